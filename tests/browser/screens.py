#!/usr/bin/env python3
"""Takes pictures of a page that `graph render` made, as a reader sees it.

    python3 tests/browser/screens.py PAGE.html FOLDER

Needs what check.py needs.
"""

import pathlib
import sys
import tempfile
import time

from check import Browser, click_link

# How long a change of light takes.
SETTLED = 0.4


def take(browser, folder, name):
    time.sleep(SETTLED)
    browser.screenshot(folder / f"{name}.png")


def turn(browser, view):
    browser.run("document.querySelector(`[data-tab=${arguments[0]}]`).click()", view)


def use(browser, page, folder):
    browser.open(page.resolve().as_uri())
    click_link(browser, "denies")
    take(browser, folder, "page-sentence")
    turn(browser, "timeline")
    take(browser, folder, "page-timeline")
    turn(browser, "table")
    take(browser, folder, "page-table")
    browser.click("#theme")
    turn(browser, "actors")
    take(browser, folder, "page-actors-dark")
    browser.frame(390, 844)
    browser.open(page.resolve().as_uri() + "?")
    browser.run(
        "document.querySelector('section.view:not([hidden]) .b.contested')"
        ".dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"
    )
    take(browser, folder, "page-phone-ledger")


def main():
    page, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(profile)
        try:
            use(browser, page, folder)
        finally:
            browser.close()


if __name__ == "__main__":
    main()
