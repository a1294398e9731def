//! The changes that xtask makes to the HTML that Trunk writes: the served page, and from it the page in a single file.
//!
//! | element | in the served page | in the single file |
//! | --- | --- | --- |
//! | `meta[charset]` | the policy and the module preload follow it | the policy, the icon and the styles follow it |
//! | `link[rel=preload]` of the program | becomes `data-program` of the body: `boot.js` fetches it | is removed |
//! | `link[rel=modulepreload]` | moves to the top, before the styles | is removed |
//! | other `link` | stays | is removed |
//! | `style` | becomes text at the end of the body, which `early.js` parses | is a `style` in the head |
//! | module script | starts with the program that `boot.js` has begun to compile | is the whole program, at the end |
//! | boot script | stays | precedes the static message, as such a file loads slowly |
//! | other `script` | stays | is removed |

use std::cell::RefCell;

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, end, rewrite_str, text};

use crate::boot_texts::BootTexts;
use crate::failure::{Failure, Outcome};
use crate::policy;

/// The start tag of the styles in the served page. A script of this type is not run, and its text is not parsed.
const STYLES_TAG: &str = "<script type=\"text/css\" id=\"styles\">";
const STYLES_ID: &str = "styles";
/// The selector of the link by which Trunk preloads the program.
const PROGRAM_PRELOAD: &str = "link[rel=preload][href$='.wasm']";
/// The attribute of the body by which the boot script knows the names of the texts.
const TEXTS: &str = "data-texts";
/// The attribute of the body by which the boot script knows the languages.
const LANGUAGES: &str = "data-languages";
/// Part of the minified boot script (`src/boot/boot.js`), and of no other.
const BOOT: &str = "window.boot=";

/// Who fetches and compiles the program of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// The boot script, while the browser still parses the page. Trunk's own preload would be checked against its hash
    /// and therefore not be handed to the compiler before its last byte.
    BootScript,
    /// Trunk's module script.
    ModuleScript,
}

/// The page with the hash of its texts, which are in the names of their files, with what it shows before its program
/// runs, and with a script at the start of its head.
///
/// # Errors
///
/// The HTML cannot be parsed.
pub fn with_texts(html: &str, hash: &str, boot: &BootTexts, script: Option<&str>) -> Outcome<String> {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("meta[charset]", |charset| {
            if let Some(script) = script {
                charset.after(&format!("<script>{script}</script>"), ContentType::Html);
            }
            Ok(())
        }))
        .append_element_content_handler(element!("body", |body| {
            body.set_attribute(LANGUAGES, &boot.languages)?;
            Ok(body.set_attribute(TEXTS, hash)?)
        }))
        .append_element_content_handler(element!("#not-started", |message| {
            // The last that is prepended is the first in the page.
            for (language, text) in boot.static_messages.iter().rev() {
                message.prepend("</p>", ContentType::Html);
                message.prepend(text, ContentType::Text);
                message.prepend(&format!("<p lang={language}>"), ContentType::Html);
            }
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|error| unexpected(&error.to_string()))
}

/// What a page consists of.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The address of the program's Wasm: of its preload, or from the body.
    pub program: Option<String>,
    /// The address of the program's JavaScript.
    pub module: Option<String>,
    /// The text of the styles.
    pub styles: String,
    scripts: Vec<Script>,
    /// The tags that fetch the module and the program early.
    module_preload: Option<String>,
    program_preload: Option<String>,
    has_charset: bool,
    has_body: bool,
}

/// An inline script.
#[derive(Debug, Default, PartialEq, Eq)]
struct Script {
    is_module: bool,
    is_styles: bool,
    text: String,
}

impl Contents {
    /// Reads a page as Trunk writes it, or as [`served`] does.
    ///
    /// # Errors
    ///
    /// The HTML cannot be parsed.
    pub fn of(html: &str) -> Outcome<Self> {
        let contents = RefCell::new(Self::default());
        let raw = |element: &Element| html.get(element.source_location().bytes()).map(str::to_owned);
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("meta[charset]", |_| {
                contents.borrow_mut().has_charset = true;
                Ok(())
            }))
            .append_element_content_handler(element!(PROGRAM_PRELOAD, |link| {
                let mut contents = contents.borrow_mut();
                (contents.program, contents.program_preload) = (link.get_attribute("href"), raw(link));
                Ok(())
            }))
            .append_element_content_handler(element!("link[rel=modulepreload]", |link| {
                let mut contents = contents.borrow_mut();
                (contents.module, contents.module_preload) = (link.get_attribute("href"), raw(link));
                Ok(())
            }))
            .append_element_content_handler(element!("body", |body| {
                let mut contents = contents.borrow_mut();
                contents.has_body = true;
                if let Some(program) = body.get_attribute("data-program") {
                    contents.program = Some(program);
                }
                Ok(())
            }))
            .append_element_content_handler(text!("style", |text| {
                contents.borrow_mut().styles.push_str(text.as_str());
                Ok(())
            }))
            .append_element_content_handler(element!("script:not([src])", |script| {
                let is_module = script.get_attribute("type").is_some_and(|kind| kind == "module");
                let is_styles = script.get_attribute("id").is_some_and(|id| id == STYLES_ID);
                contents.borrow_mut().scripts.push(Script { is_module, is_styles, text: String::new() });
                Ok(())
            }))
            .append_element_content_handler(text!("script:not([src])", |text| {
                let mut contents = contents.borrow_mut();
                match contents.scripts.last_mut() {
                    Some(script) if !script.is_styles => script.text.push_str(text.as_str()),
                    _ => contents.styles.push_str(text.as_str()),
                }
                Ok(())
            }));
        rewrite_str(html, settings).map_err(|error| unexpected(&error.to_string()))?;
        Ok(contents.into_inner())
    }

    /// The first comment at the start of a line of a script or a style: Trunk's minifiers leave what they cannot parse
    /// unchanged, and report nothing.
    pub fn comment(&self) -> Option<&str> {
        let texts = self.scripts.iter().map(|script| script.text.as_str()).chain([self.styles.as_str()]);
        let mut lines = texts.flat_map(str::lines).map(str::trim_start);
        lines.find(|line| line.starts_with("// ") || line.starts_with("/* "))
    }

    /// The boot script (`src/boot/boot.js`).
    pub fn boot_script(&self) -> Option<&str> {
        self.scripts.iter().map(|script| script.text.as_str()).find(|text| text.contains(BOOT))
    }
}

/// The page as it is served, from the page as Trunk writes it.
///
/// # Errors
///
/// Trunk's output has another form than expected.
pub fn served(html: &str, start: Start) -> Outcome<String> {
    let mut contents = Contents::of(html)?;
    if !contents.has_charset || !contents.has_body {
        return Err(unexpected("there is no <meta charset> or no <body>"));
    }
    let mut preloads = contents.module_preload.take().unwrap_or_default();
    let mut program = None;
    match start {
        Start::BootScript => {
            let address = contents.program.as_deref().ok_or_else(|| unexpected("nothing preloads the program"))?;
            start_with_compiled_program(&mut contents.scripts, address)?;
            program = Some(address);
        }
        Start::ModuleScript => preloads.push_str(contents.program_preload.as_deref().unwrap_or_default()),
    }
    let scripts = contents.scripts.iter().map(|script| script.text.as_str());
    let head = format!("{}{preloads}", policy_tag(&policy::served(scripts, &contents.styles)));
    let styles = &contents.styles;
    let moved = format!("{PROGRAM_PRELOAD}, link[rel=modulepreload], style");
    let modules = contents.scripts.iter().filter(|script| script.is_module);
    let modules = RefCell::new(modules);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("meta[charset]", |charset| {
            charset.after(&head, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!(moved, |element| {
            element.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("script[type=module]:not([src])", |script| {
            if let Some(module) = modules.borrow_mut().next() {
                script.set_inner_content(&module.text, ContentType::Html);
            }
            Ok(())
        }))
        .append_element_content_handler(element!("body", |body| {
            if let Some(program) = program {
                body.set_attribute("data-program", program)?;
            }
            if !styles.is_empty() {
                body.append(&format!("{STYLES_TAG}{styles}</script>"), ContentType::Html);
            }
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|error| unexpected(&error.to_string()))
}

/// Has the module script use the program that the boot script compiles.
fn start_with_compiled_program(scripts: &mut [Script], program: &str) -> Outcome {
    let address = format!("'{program}'");
    let mut modules = scripts.iter_mut().filter(|script| script.is_module && script.text.contains(&address));
    match (modules.next(), modules.next()) {
        (Some(module), None) if module.text.matches(&address).count() == 1 => {
            module.text = module.text.replace(&address, &format!("window.program ?? {address}"));
            Ok(())
        }
        _ => Err(unexpected(&format!("no module script names {address} exactly once"))),
    }
}

/// The parts that a single file has in it.
#[derive(Debug)]
pub struct Parts<'t> {
    /// The icon, as the address of an image.
    pub icon: &'t str,
    /// The styles.
    pub styles: &'t str,
    /// The boot script.
    pub boot: &'t str,
    /// The data that the module script reads, as JSON.
    pub data: &'t str,
    /// The module script.
    pub module: &'t str,
}

/// The page in a single file, from the page as it is served.
///
/// # Errors
///
/// The HTML cannot be parsed.
pub fn single_file(html: &str, parts: &Parts) -> Outcome<String> {
    let Parts { icon, styles, boot, data, module } = parts;
    let policy = policy_tag(&policy::single_file([module, boot], styles));
    let head = format!("{policy}<link rel=\"icon\" href=\"{icon}\"><style>{styles}</style>");
    let boot = format!("<script>{boot}</script>");
    let end = format!(
        "<script type=\"application/json\" id=\"held\">{data}</script><script type=\"module\">{module}</script>"
    );
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("meta[charset]", |charset| {
            charset.after(&head, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("link, script, meta[http-equiv]", |element| {
            element.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("body", |body| {
            body.remove_attribute("data-program");
            body.remove_attribute(TEXTS);
            Ok(())
        }))
        .append_element_content_handler(element!("#not-started", |message| {
            message.before(&boot, ContentType::Html);
            Ok(())
        }))
        .append_document_content_handler(end!(|document| {
            document.append(&end, ContentType::Html);
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|error| unexpected(&error.to_string()))
}

/// The attribute `name` of each element that a selector matches, for those that have it.
///
/// # Errors
///
/// The HTML cannot be parsed.
#[cfg(test)]
pub fn attributes(html: &str, selector: &str, name: &str) -> Outcome<Vec<String>> {
    let mut values = Vec::new();
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(selector, |element| {
        values.extend(element.get_attribute(name));
        Ok(())
    }));
    rewrite_str(html, settings).map_err(|error| unexpected(&error.to_string()))?;
    Ok(values)
}

fn policy_tag(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

fn unexpected(what: &str) -> Failure {
    Failure::new(format!("Trunk's output has another form than xtask/src/html.rs expects: {what}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>A</title><link href=a.svg rel=icon>\
        <script>first()</script><style>a{}</style><script type=module>import init from './a.js';\nconst wasm = await \
        init({ module_or_path: './a_bg.wasm' });</script><style>b{}</style><link href=./a.js rel=modulepreload><link \
        as=fetch href=./a_bg.wasm rel=preload></head><body id=b><p>text</body></html>";

    #[test]
    fn a_page_is_read() {
        let contents = Contents::of(PAGE).expect("it is HTML");
        assert_eq!(contents.program.as_deref(), Some("./a_bg.wasm"));
        assert_eq!(contents.module.as_deref(), Some("./a.js"));
        assert_eq!(contents.styles, "a{}b{}");
        let scripts: Vec<_> = contents.scripts.iter().map(|script| script.text.lines().next()).collect();
        assert_eq!(scripts, [Some("first()"), Some("import init from './a.js';")]);
    }

    #[test]
    fn texts_are_put_into_the_page_in_order() {
        let boot = BootTexts {
            languages: "en=Loading;nb no=Laster".to_owned(),
            static_messages: vec![("en", "A & B".to_owned()), ("nb", "C".to_owned())],
            messages: serde_json::Value::Null,
        };
        let html = "<meta charset=utf-8><body><div id=not-started><p>D</div></body>";
        let page = with_texts(html, "01", &boot, Some("go()")).expect("it is HTML");
        let expected = "<meta charset=utf-8><script>go()</script><body data-languages=\"en=Loading;nb no=Laster\" \
            data-texts=\"01\"><div id=not-started>\
            <p lang=en>A &amp; B</p><p lang=nb>C</p><p>D</div></body>";
        assert_eq!(page, expected);
    }

    #[test]
    fn the_boot_script_starts_the_program_and_the_styles_are_last() {
        let module = "import init from './a.js';\nconst wasm = await init({ module_or_path: window.program ?? \
            './a_bg.wasm' });";
        let policy = policy::served(["first()", module].into_iter(), "a{}b{}");
        let expected = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\" \
             content=\"{policy}\"><link href=./a.js rel=modulepreload><title>A</title><link href=a.svg rel=icon>\
             <script>first()</script><script type=module>{module}</script></head><body id=b \
             data-program=\"./a_bg.wasm\"><p>text{STYLES_TAG}a{{}}b{{}}</script></body></html>"
        );
        let page = served(PAGE, Start::BootScript).expect("it is as Trunk writes it");
        assert_eq!(page, expected);
        let again = Contents::of(&page).expect("it is HTML");
        assert_eq!((again.program.as_deref(), again.styles.as_str()), (Some("./a_bg.wasm"), "a{}b{}"));
    }

    #[test]
    fn without_a_boot_script_the_program_is_preloaded_at_the_top() {
        let page = served(PAGE, Start::ModuleScript).expect("it is as Trunk writes it");
        let preloads =
            "\"><link href=./a.js rel=modulepreload><link as=fetch href=./a_bg.wasm rel=preload><title>A</title>";
        assert!(page.contains(preloads), "{page}");
        assert!(page.contains("module_or_path: './a_bg.wasm'") && page.contains("<body id=b>"), "{page}");
    }

    #[test]
    fn another_form_of_output_is_an_error() {
        for (part, replaced) in [
            ("<meta charset=utf-8>", ""),
            ("<body id=b>", ""),
            ("rel=preload", "rel=prefetch"),
            ("module_or_path: './a_bg.wasm'", ""),
            ("'./a_bg.wasm'", "'./a_bg.wasm' ?? './a_bg.wasm'"),
        ] {
            let page = PAGE.replace(part, replaced);
            let failure = served(&page, Start::BootScript).expect_err(part);
            assert!(failure.to_string().contains("another form"), "{failure}");
        }
    }

    #[test]
    fn a_single_file_loads_nothing() {
        let page = PAGE.replace("<p>text", "<div id=not-started>text</div><script>window.boot=1</script>");
        let page = served(&page, Start::BootScript).expect("it is as Trunk writes it");
        let contents = Contents::of(&page).expect("it is HTML");
        let boot = contents.boot_script().expect("it has one");
        let parts = Parts { icon: "data:,", styles: "c{}", boot, data: "{}", module: "run()" };
        let file = single_file(&page, &parts).expect("it is HTML");
        let policy = policy::single_file(["run()", "window.boot=1"], "c{}");
        let expected = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\" \
             content=\"{policy}\"><link rel=\"icon\" href=\"data:,\"><style>c{{}}</style><title>A</title></head><body \
             id=b><script>window.boot=1</script><div id=not-started>text</div></body></html><script \
             type=\"application/json\" id=\"held\">{{}}</script><script type=\"module\">run()</script>"
        );
        assert_eq!(file, expected);
    }

    #[test]
    fn a_comment_shows_that_the_minifier_failed() {
        let comment = |page: &str| Contents::of(page).expect("it is HTML").comment().map(str::to_owned);
        assert_eq!(comment("<style>/* Colours. */\na{}</style>").as_deref(), Some("/* Colours. */"));
        assert_eq!(comment("<script>\n// The start.\nlet a</script>").as_deref(), Some("// The start."));
        assert_eq!(comment("<style>a{}</style><script>let a='// b';</script>"), None);
    }

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let page = "<link rel=worker data-bin=a><link rel=\"worker\" data-bin=\"b\"><link rel=worker><a data-bin=c>";
        assert_eq!(attributes(page, "link[rel=worker]", "data-bin"), Ok(vec!["a".to_owned(), "b".to_owned()]));
    }
}
