//! Web pages: the article without the page around it.
//!
//! The body is found by `dom_smoothie`, a port of the Readability that browsers use for their reading view; headline,
//! publisher, date and address come from JSON-LD, else from `OpenGraph` and other `meta` elements.

use super::article::Draft;
use super::clean::{decode, one_line};
use super::date;
use super::error::Problem;
use dom_smoothie::{Config, Readability, TextMode};

/// More elements than any news page has; a larger page is refused rather than scored for minutes.
const MOST_ELEMENTS: usize = 100_000;

/// Deeper than any news page; the library's time grows with the square of the depth, and its stack with it.
const DEEPEST: usize = 400;

/// Elements that have no end tag, or may go without it and then cannot hold themselves.
const UNCLOSED: [&str; 27] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "colgroup", "dd", "dt", "li", "optgroup", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// Reads a page; each block of its body becomes one line.
pub(super) fn read(name: String, bytes: Vec<u8>) -> Result<Draft, Problem> {
    let page = decode(bytes)?;
    if page.trim().is_empty() {
        return Ok(Draft { name, ..Draft::default() });
    }
    if is_deeper_than(DEEPEST, &page) {
        return Err(Problem::TooDeep);
    }
    let config = Config { text_mode: TextMode::Formatted, max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let mut readability = Readability::new(page, None, Some(config)).map_err(Problem::NoBody)?;
    let linked = address(&readability);
    let article = readability.parse().map_err(Problem::NoBody)?;
    let paragraphs: Vec<String> = article.text_content.lines().filter_map(one_line).collect();
    Ok(Draft {
        name,
        title: one_line(&article.title),
        publisher: article.site_name.as_deref().and_then(one_line),
        url: linked.or(article.url).as_deref().and_then(one_line),
        published: article.published_time.as_deref().and_then(date::published),
        text: paragraphs.join("\n"),
    })
}

/// Whether tags open so many elements inside each other, none of them closed.
fn is_deeper_than(limit: usize, page: &str) -> bool {
    let mut depth = 0_usize;
    page.split('<').skip(1).any(|tag| {
        let closes = tag.starts_with('/');
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if !name.is_empty() && !UNCLOSED.contains(&name.to_ascii_lowercase().as_str()) {
            depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        }
        depth > limit
    })
}

/// The address that the page gives itself: two copies saved from two links to it are one article.
fn address(page: &Readability) -> Option<String> {
    let attribute = |selector: &str, name: &str| {
        page.doc.select(selector).iter().find_map(|element| element.attr(name)).map(|value| value.to_string())
    };
    attribute("link[rel='canonical']", "href").or_else(|| attribute("meta[property='og:url']", "content"))
}

#[cfg(test)]
mod tests {
    use super::{Problem, read};

    const PAGE: &str = r#"<!DOCTYPE html><html lang="id"><head><title>Gubernur Tolak Tuduhan Suap | Kabar Contoh</title>
<link rel="canonical" href="https://kabar.example/suap">
<meta property="og:site_name" content="Kabar OG"><meta property="og:title" content="Gubernur Tolak Tuduhan Suap">
METADATA</head><body><nav><a href="/">Beranda</a> <a href="/politik">Politik</a></nav>
<article><h1>Gubernur Tolak Tuduhan Suap</h1>
<p>Gubernur membantah tuduhan bahwa ia menerima uang dari pemilik tambang di kabupaten itu, kata juru bicaranya, Senin.</p>
<p>Menurut jaksa, uang <b>Rp 2 miliar</b> diserahkan dalam dua tahap kepada seorang ajudan,<br>di sebuah hotel &amp; rumah makan.</p>
<p>"Saya tidak pernah bertemu orang itu," ujarnya kepada wartawan yang menunggu di halaman kantor gubernur sejak pagi.</p>
</article><footer>Hak cipta 2024. <a href="/iklan">Pasang iklan</a></footer></body></html>"#;

    fn check(metadata: &str, publisher: &str, date: Option<&str>) {
        let draft = read("suap".into(), PAGE.replace("METADATA", metadata).into()).expect(metadata);
        assert_eq!(draft.publisher.as_deref(), Some(publisher));
        assert_eq!(draft.published.map(|d| d.to_string()).as_deref(), date);
        assert_eq!(draft.title.as_deref(), Some("Gubernur Tolak Tuduhan Suap"));
        assert_eq!(draft.url.as_deref(), Some("https://kabar.example/suap"));
        let lines: Vec<&str> = draft.text.lines().collect();
        assert_eq!(lines.len(), 4, "{lines:#?}");
        assert!(lines[1].contains("uang Rp 2 miliar diserahkan"), "{lines:#?}");
        assert_eq!(lines[2], "di sebuah hotel & rumah makan.");
        assert!(!draft.text.contains("iklan") && !draft.text.contains("Beranda"), "{lines:#?}");
    }

    #[test]
    fn the_article_is_told_from_its_page() {
        check(
            r#"<meta property="article:published_time" content="2024-03-04T08:00:00+07:00">"#,
            "Kabar OG",
            Some("2024-03-04"),
        );
        let json = r#"<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
            "headline":"Gubernur Tolak Tuduhan Suap","datePublished":"2024-03-05","publisher":{"name":"Kabar LD"}}</script>"#;
        check(json, "Kabar LD", Some("2024-03-05"));
        check("", "Kabar OG", None);
    }

    #[test]
    fn a_page_without_an_article_is_an_error() {
        assert!(matches!(read("kosong".into(), b"<html><body></body></html>".to_vec()), Err(Problem::NoBody(_))));
    }

    #[test]
    fn a_page_nested_without_end_is_refused_before_it_is_parsed() {
        let nested = |open: &str, close: &str, times| {
            let page = format!("{}Isi.{}", open.repeat(times), close.repeat(times));
            read("dalam".into(), page.into_bytes())
        };
        for (open, close) in [("<div>", "</div>"), ("<table><tr><td>", "</table>"), ("<ul><li>", "")] {
            assert!(matches!(nested(open, close, 500_000), Err(Problem::TooDeep)), "{open}");
            assert!(!matches!(nested(open, close, 390), Err(Problem::TooDeep)), "{open}");
        }
        assert!(!matches!(nested("<p>", "", 500), Err(Problem::TooDeep)));
    }
}
