#!/usr/bin/env python3
"""Opens the page that `graph render` makes of tests/render/story.json in a headless Chromium, and uses it.

    python3 tests/browser/check.py PAGE.html [SCREENSHOT-FOLDER]

Needs chromium and chromedriver (Debian: chromium, chromium-driver) and nothing beyond Python's own library; the browser
is spoken to in WebDriver. The story's words are full of markup that must stay words.
"""

import base64
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004"}


class Browser:
    """One session of a headless Chromium."""

    def __init__(self, profile):
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        for line in self.driver.stdout:
            if "successfully on port " in line:
                port = line.split("on port ")[1].strip(" .\n")
                break
        self.base = f"http://127.0.0.1:{port}/session"
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1500,950", f"--user-data-dir={profile}"]
        options = {"args": arguments, "perfLoggingPrefs": {"enableNetwork": True}}
        logging = {"browser": "ALL", "performance": "ALL"}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": logging}
        session = self.call("POST", "", {"capabilities": {"alwaysMatch": wanted}})
        self.base += "/" + session["sessionId"]

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{method} {path}: {error.read().decode()[:600]}") from None

    def open(self, address):
        self.call("POST", "/url", {"url": address})

    def run(self, script, *arguments):
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def find(self, selector):
        return self.call("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def click(self, selector):
        self.call("POST", f"/element/{self.find(selector)}/click", {})

    def type(self, selector, text):
        self.call("POST", f"/element/{self.find(selector)}/value", {"text": text})

    def press(self, key):
        key = KEYS.get(key, key)
        actions = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def panel(self):
        return self.run("return document.getElementById('panel').innerText")

    def log(self, sort):
        return self.call("POST", "/se/log", {"type": sort})

    def screenshot(self, path):
        path.write_bytes(base64.b64decode(self.call("GET", "/screenshot")))

    def frame(self, width=None, height=None):
        """Makes the window as wide and high as a phone's, or its own again."""
        command, size = "Emulation.clearDeviceMetricsOverride", {}
        if width:
            command = "Emulation.setDeviceMetricsOverride"
            size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": True}
        self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": size})

    def close(self):
        try:
            self.call("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()


def check(truth, what):
    if not truth:
        raise SystemExit(f"failed: {what}")
    print(f"ok: {what}")


def click_link(browser, look):
    """Clicks the label of the first link of this look in the shown picture, as a pointer would."""
    browser.run(
        "const link = document.querySelector('section.view:not([hidden]) .e.' + arguments[0] + ' .pill');"
        "const box = link.getBoundingClientRect();"
        "const at = {bubbles: true, cancelable: true, view: window, button: 0,"
        " clientX: box.x + box.width / 2, clientY: box.y + box.height / 2};"
        "const target = document.elementFromPoint(at.clientX, at.clientY);"
        "for (const name of ['pointerdown', 'pointerup', 'click']) {"
        " target.dispatchEvent(new (name === 'click' ? MouseEvent : PointerEvent)(name, at)); }",
        look,
    )


def narrow(browser):
    """What is open lies over the page of a phone, so that nobody has to look for it."""
    browser.frame(390, 844)
    place = browser.run("const box = document.getElementById('panel').getBoundingClientRect(); return [box.top, box.bottom]")
    check(0 < place[0] < 700 and place[1] <= 845, f"the sentence is in sight on a phone {place}")
    check(browser.run("return document.documentElement.scrollWidth") <= 390, "and nothing hangs over its side")
    browser.frame()


def use(browser, page, shots):
    started = time.monotonic()
    browser.open(page.resolve().as_uri())
    check(time.monotonic() - started < 5, "the page opens")
    visible = "return [...document.querySelectorAll('section.view')].filter(s => !s.hidden).map(s => s.dataset.view + s.dataset.lang)"
    check(browser.run(visible) == ["storyid"], "the story is shown first, in Indonesian")
    font = "return document.fonts.ready.then(() => document.fonts.check('600 14px Inter') && [...document.fonts].some(f => f.status === 'loaded'))"
    check(browser.run(font), "the bundled font is used")
    shot(browser, shots, "story")

    click_link(browser, "denies")
    check("membantah" in browser.run("return document.querySelector('#panel mark.cue').innerText"), "an edge opens its sentence, the cue marked")
    check("pihaknya mengirim roket ke Castel" in browser.panel(), "the sentence is the article's")
    check("Kabar & Kita" in browser.panel() and "6 Mar 2024" in browser.panel(), "with its source and date")
    check(browser.run("return document.querySelectorAll('.e.chosen').length") > 0, "the edge is set off")
    narrow(browser)
    shot(browser, shots, "sentence")

    browser.click("section.view:not([hidden]) .b.contested")
    ledger = browser.panel()
    check("DIPERSELISIHKAN" in ledger.upper() and "Belmora" in ledger and "Kementerian" in ledger, "a transfer opens its ledger")
    check("sejak 4 Mar 2024" in ledger and "sejak 6 Mar 2024" in ledger, "which says since when")
    shot(browser, shots, "ledger")

    browser.type("#search", "beras")
    check("beras" in browser.panel(), "search lists what it finds")
    dimmed = "return document.querySelectorAll('section.view:not([hidden]) .e.dim').length"
    check(browser.run(dimmed) > 5, "search dims the rest")
    browser.click("#clear")
    check(browser.run(dimmed) == 0, "clearing brings all back")
    browser.run("const s = document.getElementById('ask-kind'); s.value = 'denial'; s.dispatchEvent(new Event('change'))")
    lit = "return [...document.querySelectorAll('section.view:not([hidden]) .picture .e:not(.dim)')].every(e => e.classList.contains('denies') || e.classList.contains('own-words') || e.classList.contains('gives') || e.classList.contains('would-give'))"
    check(browser.run(dimmed) > 0 and browser.run(lit), "a filter leaves the denials")
    browser.click("[data-tab=table]")
    rows = "return [...document.querySelectorAll('.tables table')].map(t => t.tBodies[0].rows.length)"
    check(browser.run(rows)[1] == 4, "the table holds the four denials")
    browser.click("#clear")
    check(browser.run(rows) == [3, 11], "and all transfers and statements without the filter")
    shot(browser, shots, "table")

    browser.click("[data-tab=timeline]")
    check(browser.run(visible) == ["timelineid"], "the timeline is shown")
    shot(browser, shots, "timeline")
    browser.press("Escape")
    browser.press("2")
    check(browser.run(visible) == ["actorsid"], "keys change the view")
    shot(browser, shots, "actors")
    browser.press("1")
    browser.run("document.querySelector('section.view:not([hidden]) .e.accuses').focus()")
    browser.press("Enter")
    check("menuduh" in browser.panel() and "Mira Lund" in browser.panel(), "Enter opens an edge, its speaker named")
    browser.press("Escape")
    check("Pilih sebuah garis" in browser.panel(), "Escape closes it")
    browser.press("/")
    check(browser.run("return document.activeElement.id") == "search", "/ leads to the search")
    browser.press("Escape")
    frame = "return document.querySelector('section.view:not([hidden]) .picture').getAttribute('viewBox')"
    before = browser.run(frame)
    browser.click("#zoomIn")
    check(browser.run(frame) != before, "zooming changes the frame")
    browser.click("#whole")
    check(browser.run(frame) == before, "and back")

    browser.click("#theme")
    ground = "return getComputedStyle(document.body).backgroundColor"
    dark = browser.run(ground)
    shot(browser, shots, "dark")
    browser.click("#theme")
    check(browser.run(ground) != dark, "dark and light differ")
    browser.click("#language")
    check(browser.run(visible) == ["storyen"] and "Choose a line" in browser.panel(), "English")

    for path in ["story", "actors", "timeline", "table"]:
        browser.click(f"[data-tab={path}]")
    opened = browser.run(
        "const all = [...document.querySelectorAll('section.view .e[data-of], section.view .b[data-id]')];"
        "for (const one of all) one.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));"
        "return all.length"
    )
    check(opened > 60, f"all {opened} edges and boxes open")
    check(browser.run("return window.hacked === undefined"), "markup in articles does nothing")
    unsafe = "return [...document.querySelectorAll('a')].map(a => a.getAttribute('href') || '').filter(h => /^\\s*(javascript|data|vbscript):/i.test(h)).length"
    check(browser.run(unsafe) == 0, "no address runs anything")
    check(browser.run("return document.querySelectorAll('img, iframe, object, embed, link').length") == 0, "nothing is embedded")

    errors = [entry["message"] for entry in browser.log("browser") if entry["level"] in ("SEVERE", "WARNING")]
    check(not errors, f"no complaint in the console {errors}")
    requests = []
    for entry in browser.log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            # What the browser's own first tab asked for is not the page's.
            if message["params"]["documentURL"].startswith("file:"):
                requests.append(message["params"]["request"]["url"][:80])
    check(requests, "the browser told what was asked for")
    outside = [url for url in requests if not url.startswith(("file:", "data:"))]
    check(not outside, f"no request leaves the file {outside}")


def shot(browser, shots, name):
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
        browser.screenshot(shots / f"{name}.png")


def main():
    page = pathlib.Path(sys.argv[1])
    shots = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(profile)
        try:
            use(browser, page, shots)
        finally:
            browser.close()
    print("the page does what it should")


if __name__ == "__main__":
    main()
