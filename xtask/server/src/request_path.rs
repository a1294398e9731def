//! The file that the path of a URL names.

use std::path::PathBuf;

/// The file inside the served folder that `url` names, or `None` for anything that would lead out of the folder.
pub fn file_in(url: &str) -> Option<PathBuf> {
    let path = percent_decoded(url.split(['?', '#']).next()?.strip_prefix('/')?)?;
    let mut file = PathBuf::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    Some(file)
}

/// `text` with each `%41` replaced by its byte; `None` if the result is not UTF-8.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'%' {
            bytes.push(first);
            continue;
        }
        let digits = std::str::from_utf8(after.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &after[2..];
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_inside_the_folder() {
        assert_eq!(file_in("/"), Some(PathBuf::new()));
        assert_eq!(file_in("/a/b.css?x=/../y"), Some(PathBuf::from("a/b.css")));
        assert_eq!(file_in("//etc/passwd"), Some(PathBuf::from("etc/passwd")));
        assert_eq!(file_in("/a%20b.css"), Some(PathBuf::from("a b.css")));
        for outside in ["", "a", "/..", "/a/../../b", "/%2E%2E/b", "/a\\..\\b", "/C:/b", "/%", "/%zz", "/a%00b"] {
            assert_eq!(file_in(outside), None, "{outside}");
        }
    }
}
