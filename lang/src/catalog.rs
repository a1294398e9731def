//! All language files together: compared with the English one, and numbered by it.

use std::fs;
use std::path::Path;

use crate::file::{self, Entry, Fault, Piece, Template, Written};
use crate::{BOOT, FORM_SEPARATOR, LANGUAGES, MARK, MARK_FIRST_BYTE, MESSAGES_MAX, Row, number};

/// A message in every language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// Its name in the files.
    pub id: String,
    /// Its placeholders, in the order of the explanations in the English file: `{0}`, `{1}`, … in the texts.
    pub placeholders: Vec<String>,
    /// Whether it has a form for each category of numbers. The number is `{0}` then.
    pub is_counted: bool,
    /// Its text in English.
    pub english: String,
}

/// The texts of a language other than English, in the order of the messages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Translation {
    /// The language.
    pub language: Row,
    /// The texts. The forms of a counted one are separated by [`FORM_SEPARATOR`].
    pub texts: Vec<String>,
}

/// All texts of the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Catalog {
    messages: Vec<Message>,
    translations: Vec<Translation>,
    hash: String,
}

impl Catalog {
    /// Reads the files of all [`LANGUAGES`] in `folder`.
    ///
    /// # Errors
    /// Every fault in one of them, or where it differs from the English one.
    pub fn read(folder: &Path) -> Result<Self, Vec<Fault>> {
        let at_start = |file: String, what: String| Fault { file, line: 1, what };
        let mut faults = Vec::new();
        let mut sources = Vec::new();
        for row in LANGUAGES {
            let name = format!("{}.ftl", row.code);
            match fs::read_to_string(folder.join(&name)) {
                Ok(source) => sources.push((row, format!("lang/{name}"), source)),
                Err(error) => faults.push(at_start(format!("lang/{name}"), format!("cannot be read: {error}"))),
            }
        }
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let code = name.strip_suffix(".ftl");
            if code.is_some_and(|code| LANGUAGES.iter().all(|row| row.code != code)) {
                faults.push(at_start(format!("lang/{name}"), "is no language of lang/src/lib.rs".to_owned()));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let sources: Vec<_> =
            sources.iter().map(|(row, name, source)| (*row, name.as_str(), source.as_str())).collect();
        Self::of(&sources)
    }

    /// The catalog of these languages, each with the name and the text of its file, English first.
    ///
    /// # Errors
    /// As for [`Catalog::read`].
    ///
    /// # Panics
    /// There is no language.
    pub fn of(sources: &[(Row, &str, &str)]) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut files = Vec::new();
        for (row, name, source) in sources {
            match file::read(name, source) {
                Ok(entries) => files.push((*row, *name, entries)),
                Err(found) => faults.extend(found),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let ((english_row, english_name, english), others) = files.split_first().expect("there is English");
        let mut messages = Vec::new();
        for (index, entry) in english.iter().enumerate() {
            let mut fault = |what: String| {
                faults.push(Fault { file: (*english_name).to_owned(), line: entry.line, what });
            };
            if index == MESSAGES_MAX {
                fault(format!("more than {MESSAGES_MAX} messages"));
            }
            match message(*english_row, entry) {
                Ok(message) => messages.push(message),
                Err(found) => found.into_iter().for_each(&mut fault),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut translations = Vec::new();
        for (language, name, entries) in others {
            let compared = compared(*language, (english_name, english), &messages, entries);
            match compared {
                Ok(texts) => translations.push(Translation { language: *language, texts }),
                Err(found) => {
                    faults.extend(found.into_iter().map(|(line, what)| Fault { file: (*name).to_owned(), line, what }));
                }
            }
        }
        if faults.is_empty() {
            let hash = hash(&messages, &translations);
            Ok(Self { messages, translations, hash })
        } else {
            Err(faults)
        }
    }

    /// Every message, by its number.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// Every language but English.
    pub fn translations(&self) -> &[Translation] {
        &self.translations
    }

    /// What tells these texts from those of another build: 16 hexadecimal digits.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The messages of these numbers in a language, as the page fetches them: the hash, then every text behind its
    /// mark.
    pub fn part(&self, translation: &Translation, numbers: impl IntoIterator<Item = usize>) -> String {
        let texts = numbers.into_iter().map(|number| marked(number, &translation.texts[number]));
        [self.hash.clone()].into_iter().chain(texts).collect()
    }

    /// The texts of a page before its program runs ([`BOOT`]): for each language, English first, the names without
    /// their beginning, and the texts with the names of their placeholders, `{browsers}`.
    pub fn boot_texts(&self) -> Vec<(Row, Vec<(&str, String)>)> {
        let texts = |texts: &dyn Fn(usize) -> String| {
            let messages = self.messages.iter().enumerate();
            let named = messages.filter_map(|(number, message)| {
                let name = message.id.strip_prefix(BOOT)?;
                let numbered = |text: String, (index, placeholder): (usize, &String)| {
                    text.replace(&format!("{{{index}}}"), &format!("{{{placeholder}}}"))
                };
                Some((name, message.placeholders.iter().enumerate().fold(texts(number), numbered)))
            });
            named.collect()
        };
        let english = (LANGUAGES[0], texts(&|number| self.messages[number].english.clone()));
        let others = self
            .translations
            .iter()
            .map(|translation| (translation.language, texts(&|number| translation.texts[number].clone())));
        [english].into_iter().chain(others).collect()
    }

    /// The numbers of the messages whose English text is in these bytes, in rising order.
    pub fn used_in(&self, bytes: &[u8]) -> Vec<usize> {
        let marks = bytes.windows(3).enumerate().filter(|(_, bytes)| bytes[0] == MARK_FIRST_BYTE);
        let mut numbers: Vec<_> = marks
            .filter_map(|(offset, mark)| {
                let number = number(str::from_utf8(mark).ok()?)?;
                let message = self.messages.get(number)?;
                bytes[offset + mark.len()..].starts_with(message.english.as_bytes()).then_some(number)
            })
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// A text behind the mark of its number.
pub(crate) fn marked(number: usize, text: &str) -> String {
    let mark = u32::try_from(number).ok().and_then(|number| char::from_u32(u32::from(MARK) + number));
    [mark.map(String::from).unwrap_or_default().as_str(), text].concat()
}

/// A message as the English file has it.
fn message(row: Row, entry: &Entry) -> Result<Message, Vec<String>> {
    let id = &entry.id;
    let mut wrong = Vec::new();
    let counted = matches!(entry.written, Written::Plural(_));
    let mut placeholders = entry.explained.clone();
    let used = placeholders_of(entry);
    let mut distinct = used.clone();
    distinct.dedup();
    if placeholders.is_empty() && distinct.len() == 1 {
        placeholders.push(distinct[0].to_owned());
    }
    for name in &distinct {
        if !placeholders.iter().any(|placeholder| placeholder == name) {
            wrong.push(format!("the comment of \u{201c}{id}\u{201d} does not explain ${name}"));
        }
    }
    for name in &placeholders {
        if !distinct.contains(&name.as_str()) {
            wrong.push(format!("the comment of \u{201c}{id}\u{201d} explains ${name}, which is not in its text"));
        }
    }
    if counted && placeholders != ["count"] {
        wrong.push(format!("\u{201c}{id}\u{201d} is counted: its only placeholder is $count"));
    }
    if entry.limit.is_none() {
        wrong.push(format!("no comment says how long \u{201c}{id}\u{201d} may be: At most N characters"));
    }
    match text(row, entry, &placeholders) {
        Ok(english) if wrong.is_empty() => Ok(Message { id: id.clone(), placeholders, is_counted: counted, english }),
        Ok(_) => Err(wrong),
        Err(found) => {
            wrong.extend(found);
            Err(wrong)
        }
    }
}

/// The texts of a language in the order of the English messages; else what is wrong in which line.
fn compared(
    row: Row,
    (english_name, english): (&str, &[Entry]),
    messages: &[Message],
    entries: &[Entry],
) -> Result<Vec<String>, Vec<(usize, String)>> {
    let mut wrong = Vec::new();
    let mut texts = Vec::new();
    let mut line = 1;
    for (original, message) in english.iter().zip(messages) {
        let id = &message.id;
        let Some(entry) = entries.iter().find(|entry| entry.id == *id) else {
            wrong.push((line, format!("\u{201c}{id}\u{201d} is missing ({english_name}:{})", original.line)));
            continue;
        };
        line = entry.line;
        let counted = matches!(entry.written, Written::Plural(_));
        if counted != message.is_counted {
            let here = if counted { "has plural forms" } else { "has no plural forms" };
            wrong.push((line, format!("\u{201c}{id}\u{201d} {here}, unlike {english_name}:{}", original.line)));
            continue;
        }
        if entry.limit != original.limit {
            let limit = original.limit.unwrap_or_default();
            wrong.push((
                line,
                format!("\u{201c}{id}\u{201d} may have {limit} characters in {english_name}; say the same"),
            ));
        }
        let (here, there) = (placeholders_of(entry), placeholders_of(original));
        if !counted && here != there {
            let what = format!(
                "\u{201c}{id}\u{201d} has the placeholders {}; {english_name}:{} has {}",
                listed(&here),
                original.line,
                listed(&there)
            );
            wrong.push((line, what));
            continue;
        }
        match text(row, entry, &message.placeholders) {
            Ok(text) => texts.push(text),
            Err(found) => wrong.extend(found.into_iter().map(|what| (line, what))),
        }
    }
    let is_known = |entry: &&Entry| english.iter().any(|original| original.id == entry.id);
    let surplus = entries.iter().filter(|entry| !is_known(entry));
    wrong.extend(surplus.map(|entry| (entry.line, format!("\u{201c}{}\u{201d} is not in {english_name}", entry.id))));
    wrong.sort_by_key(|(line, _)| *line);
    if wrong.is_empty() { Ok(texts) } else { Err(wrong) }
}

fn listed(names: &[&str]) -> String {
    if names.is_empty() {
        return "none".to_owned();
    }
    names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}

/// All placeholders of a message, sorted, each as often as it is used; those of its first form if it is counted.
fn placeholders_of(entry: &Entry) -> Vec<&str> {
    match &entry.written {
        Written::Plain(template) => template.placeholders(),
        Written::Plural(forms) => forms.first().map(|(_, template)| template.placeholders()).unwrap_or_default(),
    }
}

/// The text of a message with numbered placeholders, its plural forms in the order of the language.
fn text(row: Row, entry: &Entry, placeholders: &[String]) -> Result<String, Vec<String>> {
    let id = &entry.id;
    let mut wrong = Vec::new();
    let mut forms = Vec::new();
    match &entry.written {
        Written::Plain(template) => forms.push(template),
        Written::Plural(written) => {
            let categories = row.plural.categories();
            let has = |name: &str| categories.contains(&name);
            wrong.extend(written.iter().filter(|(name, _)| !has(name)).map(|(name, _)| {
                format!(
                    "\u{201c}{id}\u{201d} has a form \u{201c}{name}\u{201d}; {} has {}",
                    row.name,
                    categories.join(", ")
                )
            }));
            for category in categories {
                match written.iter().find(|(name, _)| name == category) {
                    Some((_, template)) if template.placeholders() == ["count"] => forms.push(template),
                    Some(_) => wrong
                        .push(format!("\u{201c}{id}\u{201d} does not have $count once in \u{201c}{category}\u{201d}")),
                    None => wrong.push(format!("\u{201c}{id}\u{201d} lacks the form \u{201c}{category}\u{201d}")),
                }
            }
        }
    }
    let forms: Vec<_> = forms.into_iter().map(|template| numbered(template, placeholders)).collect();
    for form in &forms {
        let characters = form.chars().count();
        if form.trim().is_empty() {
            wrong.push(format!("\u{201c}{id}\u{201d} has no text"));
        }
        if let Some(limit) = entry.limit.filter(|limit| characters > *limit) {
            wrong.push(format!("\u{201c}{id}\u{201d} has {characters} characters of {limit}: {form}"));
        }
    }
    if wrong.is_empty() { Ok(forms.join(&FORM_SEPARATOR.to_string())) } else { Err(wrong) }
}

fn numbered(Template(pieces): &Template, placeholders: &[String]) -> String {
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Placeholder(name) => {
            let index = placeholders.iter().position(|placeholder| placeholder == name);
            format!("{{{}}}", index.unwrap_or(placeholders.len()))
        }
    });
    pieces.collect()
}

/// FNV-1a of all names and texts: the same on every machine and with every version of the compiler.
fn hash(messages: &[Message], translations: &[Translation]) -> String {
    let english = messages.iter().flat_map(|message| [&message.id, &message.english]);
    let others = translations.iter().flat_map(|translation| &translation.texts);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in english.chain(others).flat_map(|text| text.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}
