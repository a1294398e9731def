//! What the build refuses, and in which line.

use std::path::Path;

use crate::{Catalog, LANGUAGES, Row, code, number};

const ENGLISH: &str = "\
## A group. At most 20 characters.

title = Ledger
# $card - its name
# $amount - what is left on it
left = { $card }: { $amount } left
lines =
    { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
";
const POLISH: &str = "\
## A group. At most 20 characters.

title = Księga
# $card - its name
# $amount - what is left on it
left = { $amount } na { $card }
lines =
    { $count ->
        [one] { $count } wpis
        [few] { $count } wpisy
       *[many] { $count } wpisów
    }
";

fn row(code: &str) -> Row {
    LANGUAGES.into_iter().find(|row| row.code == code).expect("a language of the page")
}

fn catalog(english: &str, polish: &str) -> Result<Catalog, Vec<String>> {
    let sources = [(row("en"), "lang/en.ftl", english), (row("pl"), "lang/pl.ftl", polish)];
    Catalog::of(&sources).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// What is said about a Polish file in which this is replaced.
#[track_caller]
fn refused(from: &str, to: &str) -> Vec<String> {
    assert!(POLISH.contains(from));
    catalog(ENGLISH, &POLISH.replacen(from, to, 1)).expect_err("something is wrong with it")
}

/// What is said about an English file in which this is replaced.
#[track_caller]
fn refused_english(from: &str, to: &str) -> Vec<String> {
    assert!(ENGLISH.contains(from));
    catalog(&ENGLISH.replacen(from, to, 1), POLISH).expect_err("something is wrong with it")
}

#[test]
fn files_become_numbered_texts_with_numbered_placeholders() {
    let catalog = catalog(ENGLISH, POLISH).expect("both files are right");
    let [title, left, lines] = catalog.messages() else { panic!("{catalog:?}") };
    assert_eq!((title.english.as_str(), left.english.as_str()), ("Ledger", "{0}: {1} left"));
    assert_eq!(left.placeholders, ["card", "amount"]);
    assert!(lines.is_counted && !left.is_counted);
    assert_eq!(lines.english, "{0} line\u{1e}{0} lines");
    let [polish] = catalog.translations() else { panic!("{catalog:?}") };
    assert_eq!(polish.texts, ["Księga", "{1} na {0}", "{0} wpis\u{1e}{0} wpisy\u{1e}{0} wpisów"]);
}

#[test]
fn a_missing_text_is_refused() {
    assert_eq!(refused("title = Księga\n", ""), ["lang/pl.ftl:1: “title” is missing (lang/en.ftl:3)"]);
    let lines = &POLISH[POLISH.find("lines").expect("it has them")..];
    assert_eq!(refused(lines, ""), ["lang/pl.ftl:6: “lines” is missing (lang/en.ftl:7)"]);
}

#[test]
fn a_surplus_text_is_refused() {
    assert_eq!(refused("lines =", "more = Więcej\nlines ="), ["lang/pl.ftl:7: “more” is not in lang/en.ftl"]);
    assert_eq!(refused("lines =", "title = Konto\nlines ="), ["lang/pl.ftl:7: “title” is there already, in line 3"]);
}

#[test]
fn a_blank_text_is_refused() {
    assert_eq!(refused("title = Księga", "title ="), ["lang/pl.ftl:3: “title” has no text"]);
    assert_eq!(
        refused("title = Księga", "title = { \"\" }"),
        ["lang/pl.ftl:3: “title” has more in braces than a placeholder"]
    );
}

#[test]
fn an_overlong_text_is_refused() {
    assert_eq!(
        refused("Księga", "Księga, w której jest"),
        ["lang/pl.ftl:3: “title” has 21 characters of 20: Księga, w której jest"]
    );
    assert_eq!(
        refused_english("title = Ledger", "# At most 5 characters.\ntitle = Ledger"),
        ["lang/en.ftl:4: “title” has 6 characters of 5: Ledger"]
    );
    assert_eq!(
        refused("## A group. At most 20 characters.", "## A group. At most 30 characters."),
        [3, 6, 7].map(|line| {
            let id = ["title", "left", "lines"][[3, 6, 7].iter().position(|other| *other == line).unwrap_or_default()];
            format!("lang/pl.ftl:{line}: “{id}” may have 20 characters in lang/en.ftl; say the same")
        })
    );
    assert_eq!(
        refused_english("## A group. At most 20 characters.", "## A group."),
        ["title", "left", "lines"].map(|id| {
            let line = 1 + ENGLISH.lines().position(|line| line.starts_with(id)).expect("it is there");
            format!("lang/en.ftl:{line}: no comment says how long “{id}” may be: At most N characters")
        })
    );
}

#[test]
fn another_placeholder_is_refused() {
    assert_eq!(
        refused("na { $card }", "na { $karta }"),
        ["lang/pl.ftl:6: “left” has the placeholders $amount, $karta; lang/en.ftl:6 has $amount, $card"]
    );
    assert_eq!(
        refused("na { $card }", "na karcie"),
        ["lang/pl.ftl:6: “left” has the placeholders $amount; lang/en.ftl:6 has $amount, $card"]
    );
    assert_eq!(
        refused_english("# $card - its name\n", ""),
        ["lang/en.ftl:5: the comment of “left” does not explain $card"]
    );
    assert_eq!(
        refused_english("{ $card }: ", ""),
        ["lang/en.ftl:6: the comment of “left” explains $card, which is not in its text"]
    );
}

#[test]
fn the_plural_forms_are_those_of_the_language() {
    assert_eq!(refused("        [few] { $count } wpisy\n", ""), ["lang/pl.ftl:7: “lines” lacks the form “few”"]);
    assert_eq!(
        refused("[few]", "[two]"),
        [
            "lang/pl.ftl:7: “lines” has a form “two”; Polish has one, few, many",
            "lang/pl.ftl:7: “lines” lacks the form “few”"
        ]
    );
    assert_eq!(
        refused_english("[one] { $count } line", "[one] { $count } line\n        [few] { $count } lines"),
        ["lang/en.ftl:7: “lines” has a form “few”; English has one, other"]
    );
    assert_eq!(
        refused("[few] { $count } wpisy", "[few] wpisy"),
        ["lang/pl.ftl:7: “lines” does not have $count once in “few”"]
    );
    let lines = &POLISH[POLISH.find("lines").expect("it has them")..];
    assert_eq!(refused(lines, "lines = wpisy\n"), ["lang/pl.ftl:7: “lines” has no plural forms, unlike lang/en.ftl:7"]);
}

#[test]
fn other_forms_of_fluent_are_refused() {
    assert_eq!(refused("Księga", "Księga\n    główna"), ["lang/pl.ftl:3: “title” has more than one line"]);
    assert_eq!(refused("Księga", "{ lines }"), ["lang/pl.ftl:3: “title” has more in braces than a placeholder"]);
    assert_eq!(refused("Księga", "Księga\n    .hint = x"), ["lang/pl.ftl:4: “title” has an attribute"]);
    assert_eq!(refused("lines =", "-term = x\nlines ="), ["lang/pl.ftl:7: “-term” is a term; write its words out"]);
    assert_eq!(refused("$count ->", "$number ->"), ["lang/pl.ftl:7: “lines” chooses by something else than $count"]);
    assert_eq!(refused("[few]", "[2]"), ["lang/pl.ftl:10: “lines” has a form for a number; use the categories"]);
    assert_eq!(
        refused("Księga", "Ksi\u{e000}ga"),
        ["lang/pl.ftl:3: “title” has a letter that the page uses for itself"]
    );
    let said = refused("title = Księga", "title Księga");
    assert!(said[0].starts_with("lang/pl.ftl:3: not Fluent: "), "{said:?}");
}

#[test]
fn a_part_has_the_hash_and_the_texts_of_its_numbers() {
    let catalog = catalog(ENGLISH, POLISH).expect("both files are right");
    let part = catalog.part(&catalog.translations()[0], [0, 1]);
    assert_eq!(part, format!("{}\u{e000}Księga\u{e001}{{1}} na {{0}}", catalog.hash()));
    let other = self::catalog(ENGLISH, &POLISH.replace("Księga", "Konta")).expect("both files are right");
    assert_ne!(catalog.hash(), other.hash());
    assert_eq!(number("\u{e001}x"), Some(1));
    assert_eq!(number("\u{efff}"), Some(0xfff));
    assert_eq!((number("x"), number("")), (None, None));
}

#[test]
fn texts_are_found_in_a_module_by_their_marks() {
    let catalog = catalog(ENGLISH, POLISH).expect("both files are right");
    let module = "\0asm\u{e001}{0}: {1} left more\u{e000}Led\u{e002}{0} line\u{1e}{0} lines\u{e00f}";
    assert_eq!(catalog.used_in(module.as_bytes()), [1, 2]);
    assert!(catalog.used_in(b"").is_empty());
}

#[test]
fn the_code_has_a_constant_for_each_message() {
    let catalog = catalog(ENGLISH, POLISH).expect("both files are right");
    let code = code::messages(&catalog);
    assert!(
        code.contains("#[doc = \"{0}: {1} left\"]\npub const LEFT: Words = Words(\"\\u{e001}{0}: {1} left\");"),
        "{code}"
    );
    assert!(code.contains("(\"left\", LEFT),"), "{code}");
}

#[test]
fn the_languages_of_the_page_are_whole() {
    let catalog = Catalog::read(Path::new(env!("CARGO_MANIFEST_DIR")))
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    let catalog = catalog.unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(catalog.translations().len(), LANGUAGES.len() - 1);
    assert!(code::languages(&catalog).contains("Self::Ukrainian => \"Українська\","));
}
