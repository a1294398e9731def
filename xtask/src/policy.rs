//! The Content Security Policy of the page: what a browser may load and run in it, and from where.
//!
//! Nothing comes from anywhere but the page's own folder, and no script runs that was not there when the page was
//! built: Trunk's loader and the way from one place to another stand in the page itself and are named by their hashes.
//! The policy is in the page, so that it holds wherever the page is served, and from a folder as well.
//! (Content Security Policy Level 3, <https://www.w3.org/TR/CSP3/>)

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

use crate::failure::{Failure, Outcome};

/// What says in which letters the page is written: the policy stands behind it, before all that it is about. (Trunk's
/// minifier leaves out the tag of the head.)
const LETTERS: &str = "<meta charset=";

/// Writes the policy into the page in this file, for the scripts and the styles that stand in it. The page comes with
/// its program first and its style last.
///
/// # Errors
///
/// The file cannot be read or written, or does not say in which letters it is written.
pub fn write(page: &Path) -> Outcome {
    let unusable = |error: std::io::Error| Failure::new(format!("{}: {error}.", page.display()));
    let text = style_last(&program_first(&fs::read_to_string(page).map_err(unusable)?)?);
    let policy = of(&text, &[]);
    fs::write(page, with(&text, &policy)?).map_err(unusable)
}

/// The page with what fetches its program at the top: the browser need not have read the style before.
///
/// # Errors
///
/// It does not say in which letters it is written.
fn program_first(page: &str) -> Outcome<String> {
    let mut fetched = String::new();
    let mut rest = String::new();
    for (place, part) in page.split("<link").enumerate() {
        let begin = if place == 0 { "" } else { "<link" };
        match part.split_once('>') {
            Some((link, after)) if place > 0 && link.contains("preload") => {
                fetched = format!("{fetched}<link{link}>");
                rest.push_str(after);
            }
            _ => rest = format!("{rest}{begin}{part}"),
        }
    }
    let (before, after) = rest.split_at(head(&rest)?);
    Ok(format!("{before}{fetched}{after}"))
}

/// How the page begins to say how it looks, in words that are no style yet: `src/storage/early.js` makes them one when
/// there is something to look at. Until then nobody waits for the browser to read them.
pub const LOOKS: &str = "<script type=\"text/css\" id=\"looks\">";

/// The page with the words of all its styles in one place, behind everything else.
fn style_last(page: &str) -> String {
    let mut looks = String::new();
    let mut rest = String::new();
    for part in page.split("<style>") {
        match part.split_once("</style>") {
            Some((style, after)) => {
                looks.push_str(style);
                rest.push_str(after);
            }
            None => rest.push_str(part),
        }
    }
    match rest.rsplit_once("</body>") {
        Some((before, after)) if !looks.is_empty() => format!("{before}{LOOKS}{looks}</script></body>{after}"),
        _ => page.to_owned(),
    }
}

/// Where the page's head goes on once it has said in which letters it is written.
fn head(page: &str) -> Outcome<usize> {
    let place = page.find(LETTERS).and_then(|place| Some(place + page[place..].find('>')? + 1));
    place.ok_or_else(|| Failure::new(format!("The built page has no {LETTERS}: where is its head?")))
}

/// The page with this policy in it.
///
/// # Errors
///
/// It does not say in which letters it is written.
pub fn with(page: &str, policy: &str) -> Outcome<String> {
    let (before, after) = page.split_at(head(page)?);
    Ok(format!("{before}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

/// The policy for a page with this text, which may load more than what lies beside it: `further` names directives and
/// the sources that each has beside its own.
pub fn of(page: &str, further: &[(&str, &str)]) -> String {
    let (looks, scripts): (Vec<_>, Vec<_>) =
        inline(page, "script").partition(|(tag, _)| LOOKS == format!("<script{tag}>"));
    let styles = inline(page, "style").chain(looks);
    let hashes = |hashes: String, (_, text): (&str, &str)| hashes + " " + &hash(text);
    let (scripts, styles) = (scripts.into_iter().fold(String::new(), hashes), styles.fold(String::new(), hashes));
    let directives = [
        ("default-src", "'none'".to_owned()),
        ("script-src", format!("'self' 'wasm-unsafe-eval'{scripts}")),
        ("style-src", format!("'self'{styles}")),
        ("img-src", "'self' data: blob:".to_owned()),
        ("font-src", "'self'".to_owned()),
        ("connect-src", "'self'".to_owned()),
        ("worker-src", "'self'".to_owned()),
        ("manifest-src", "'self'".to_owned()),
        ("base-uri", "'none'".to_owned()),
        ("form-action", "'none'".to_owned()),
    ];
    let all = directives.map(|(name, mut sources)| {
        for (_, more) in further.iter().filter(|(directive, _)| *directive == name) {
            sources.push(' ');
            sources.push_str(more);
        }
        format!("{name} {sources}")
    });
    all.join("; ")
}

/// The source that allows exactly this text of a script or a style.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The scripts or the styles that stand in a page: what is left of the tag behind its name, and the text.
fn inline<'p>(page: &'p str, tag: &str) -> impl Iterator<Item = (&'p str, &'p str)> {
    let (begin, end) = (format!("<{tag}"), format!("</{tag}"));
    let parts: Vec<_> = page.split(&begin).skip(1).collect();
    parts.into_iter().filter_map(move |part| {
        let (attributes, rest) = part.split_once('>')?;
        let (text, _) = rest.split_once(&end)?;
        (!attributes.contains("src=") && !text.is_empty()).then_some((attributes, text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><meta charset=utf-8><script>alert('Hello, world.');</script>\
        <script src=\"a.js\"></script><script type=\"module\">import 'b'</script><body></body></html>";

    #[test]
    fn the_program_is_fetched_before_the_style_is_read() {
        let page = "<html><meta charset=utf-8><title>A</title><link href=i rel=icon><style>a{}</style>\
            <link href=a.js rel=modulepreload><link href=a.wasm rel=preload><body></body>";
        let moved = program_first(page).expect("it has a head");
        let expected = "<html><meta charset=utf-8><link href=a.js rel=modulepreload><link href=a.wasm rel=preload>\
            <title>A</title><link href=i rel=icon><style>a{}</style><body></body>";
        assert_eq!(moved, expected);
        assert!(program_first("<html><link rel=preload>").is_err());
    }

    #[test]
    fn the_style_is_words_behind_everything_else() {
        let page = "<html><meta charset=utf-8><style>a{}</style><title>A</title><style>b{}</style><body><p></body>";
        let moved = style_last(page);
        let expected = format!("<html><meta charset=utf-8><title>A</title><body><p>{LOOKS}a{{}}b{{}}</script></body>");
        assert_eq!(moved, expected);
        let policy = of(&moved, &[]);
        let allowed = format!("script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {};", hash("a{}b{}"));
        assert!(policy.contains(&allowed), "{policy}");
        assert_eq!(style_last("<body></body>"), "<body></body>");
    }

    #[test]
    fn scripts_in_the_page_are_named_by_their_hashes() {
        // The example of the standard, section 8.4.
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
        let policy = of(PAGE, &[]);
        assert!(policy.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), "{policy}");
        assert!(policy.contains(&hash("import 'b'")), "{policy}");
        assert_eq!(policy.matches("sha256-").count(), 2, "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("http"), "{policy}");
    }

    #[test]
    fn the_policy_stands_before_everything_that_it_is_about() {
        let page = with(PAGE, &of(PAGE, &[])).expect("it says so");
        let (policy, script) = (page.find("http-equiv"), page.find("<script"));
        assert!(policy.is_some() && policy < script, "{page}");
        assert!(with("<body></body>", "").is_err());
    }

    #[test]
    fn a_page_may_be_allowed_more() {
        let policy = of("", &[("connect-src", "data:")]);
        assert!(policy.contains("connect-src 'self' data:;"), "{policy}");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "), "{policy}");
    }
}
