//! The Content Security Policy of the page: what a browser may load and run in it, and from where.
//!
//! The page loads nothing from outside of its folder, and runs no inline script that was not part of the build: the
//! policy contains their hashes. It is part of the HTML, and so it holds on every server and for a file.
//! (Content Security Policy Level 3, <https://www.w3.org/TR/CSP3/>)

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

/// The policy of a served page with these inline scripts and styles. A script without text needs no permission.
pub fn served<'t>(scripts: impl Iterator<Item = &'t str>, styles: &str) -> String {
    let hashes = |texts: &mut dyn Iterator<Item = &'t str>| {
        texts.filter(|text| !text.is_empty()).fold(String::new(), |hashes, text| hashes + " " + &hash(text))
    };
    let scripts = hashes(&mut scripts.into_iter());
    let styles = if styles.is_empty() { String::new() } else { format!(" {}", hash(styles)) };
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        &format!("style-src 'self'{styles}"),
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ")
}

/// The policy of a page in a single file, with these scripts and styles: it loads nothing.
pub fn single_file(scripts: [&str; 2], styles: &str) -> String {
    let [module, boot] = scripts.map(hash);
    format!(
        "default-src 'none'; script-src {module} {boot} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; \
         font-src data:; worker-src blob:; base-uri 'none'; form-action 'none'",
        hash(styles)
    )
}

/// The source expression that allows a script or a style with exactly this text.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_and_styles_are_allowed_by_their_hashes() {
        // The example of the standard, section 8.4.
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
        let policy = served(["alert('Hello, world.');", "", "import 'b'"].into_iter(), "a{}");
        assert!(policy.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), "{policy}");
        assert!(policy.contains(&hash("import 'b'")) && policy.contains(&hash("a{}")), "{policy}");
        assert_eq!(policy.matches("sha256-").count(), 3, "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("http"), "{policy}");
    }

    #[test]
    fn a_page_without_inline_scripts_allows_its_folder_only() {
        let policy = served([].into_iter(), "");
        let expected = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; ";
        assert!(policy.starts_with(expected), "{policy}");
    }
}
