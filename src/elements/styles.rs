//! The styles of parts that are loaded later.

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::CssStyleSheet;

/// Applies these styles beside the page's own: for parts that come later and bring their styles along.
pub fn adopt_styles(css: &str) {
    let name = "adoptedStyleSheets".into();
    if let Ok(sheet) = CssStyleSheet::new()
        && sheet.replace_sync(css).is_ok()
        && let Ok(sheets) = Reflect::get(&document(), &name)
        && sheets.is_object()
    {
        let sheets = Array::from(&sheets);
        sheets.push(&sheet);
        if Reflect::set(&document(), &name, &sheets).is_ok() {
            return;
        }
    }
    add_rules(css);
}

/// Adds rules one by one to the page's own style sheet, where a browser has no constructible ones: the page's policy
/// allows no further style element.
fn add_rules(css: &str) {
    let sheets = document().style_sheets();
    let Some(sheet) = sheets.item(0).and_then(|sheet| sheet.dyn_into::<CssStyleSheet>().ok()) else { return };
    for rule in top_rules(css) {
        let end = sheet.css_rules().map_or(0, |rules| rules.length());
        // A browser that does not know a rule shows the page without it.
        let _ = sheet.insert_rule_with_index(rule, end);
    }
}

/// The rules of a style sheet that are in no other rule, each with the comments before it. The project's styles have
/// no braces in comments or strings.
fn top_rules(css: &str) -> Vec<&str> {
    let (mut depth, mut begin, mut rules) = (0u32, 0, Vec::new());
    for (at, brace) in css.char_indices().filter(|(_, character)| matches!(character, '{' | '}')) {
        if brace == '{' {
            depth += 1;
        } else {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                rules.push(css[begin..=at].trim());
                begin = at + 1;
            }
        }
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::top_rules;

    #[test]
    fn a_style_sheet_falls_into_its_outermost_rules() {
        let css = "/* A. */\na > b {\n  c: d;\n}\n\n@media (e) {\n  f {\n    g: h;\n  }\n}\n";
        assert_eq!(top_rules(css), ["/* A. */\na > b {\n  c: d;\n}", "@media (e) {\n  f {\n    g: h;\n  }\n}"]);
        assert!(top_rules("").is_empty());
        let styles = include_str!("../../style/panels.css");
        let rules = top_rules(styles);
        assert!(rules.len() > 30 && rules.iter().all(|rule| rule.ends_with('}')), "{} rules", rules.len());
    }
}
