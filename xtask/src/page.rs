//! The page: built by Trunk, then packed the way a web server would send it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use brotli::enc::BrotliEncoderParams;
use static_server::brotli_path;

use crate::failure::{Failure, Outcome};
use crate::modules;
use crate::offline;
use crate::policy;
use crate::program::{cargo, program, run};
use crate::project::Project;
use crate::server;
use crate::setup::{Need, Toolbox, WASM, with_library, with_small_library};
use crate::twin::Twin;

/// Brotli's best, and its window for it: what a host that packs files beforehand sends.
const QUALITY: i32 = 11;
const WINDOW_BITS: i32 = 22;

/// What makes a release small, beside the standard library of its own: a mistake ends the page without a word about
/// what and where it was. `cargo xtask dev` says both.
const WORDLESS: [&str; 3] = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"];

/// What the compiler warns of in our own sources, it does not let pass. The rest of its advice is the same for Wasm as
/// for the machine that the tests run on.
const STRICT: &str = "-Dwarnings";

/// Places with a page of their own, in a folder of this name, beside the one that stands first.
pub const FURTHER_PLACES: [&str; 1] = ["bus"];

/// What the page is built for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// People who use it.
    Release,
    /// The same, for a further place.
    Place(&'static str),
    /// The person who works on it.
    Dev,
    /// The same, for a further place.
    DevPlace(&'static str),
}

/// The programs of a release. `index.html` and the pages of the further places name each of them for Trunk.
const PROGRAMS: [&str; 4] = ["quay", "bus", "parser", "twin"];

/// Builds the page for release into `dist`, with a packed sister beside every file that gains by it. `programs` is a
/// compilation of its programs that has begun already.
///
/// # Errors
///
/// A program does not compile, Trunk fails, or a file cannot be written.
pub fn build(project: &Project, toolbox: &Toolbox, programs: Option<Ahead>) -> Outcome {
    assemble(project, toolbox, programs)?.lay(project)?;
    for file in files(&project.dist())? {
        pack(&file)?;
    }
    Ok(())
}

/// Builds the page for release into `dist`, to be served from there at once: nothing is packed, and the page says that
/// the firmware is being built. That is still to be laid beside it. `programs` is as for [`build`].
///
/// # Errors
///
/// A program does not compile, Trunk fails, or a file cannot be written.
pub fn build_without_firmware(project: &Project, toolbox: &Toolbox, programs: Option<Ahead>) -> Outcome<Twin> {
    let twin = assemble(project, toolbox, programs)?;
    twin.announce(project)?;
    remove_packed(&project.dist())?;
    Ok(twin)
}

/// Builds all of the page but the firmware, which is still to be laid beside it.
fn assemble(project: &Project, toolbox: &Toolbox, programs: Option<Ahead>) -> Outcome<Twin> {
    match programs {
        Some(programs) => programs.finish()?,
        None => run(&mut compiling(project)?)?,
    }
    run(trunk(project, toolbox, Purpose::Release)?.args(["build", "--release"]))?;
    for place in FURTHER_PLACES {
        let built = project.target().join("places").join(place);
        let mut trunk = trunk(project, toolbox, Purpose::Place(place))?;
        trunk.args(["build", &format!("{place}.html"), "--html-output", "index.html", "--release", "--dist"]);
        run(trunk.arg(&built))?;
        // Trunk empties the folder it builds into: each place is built beside the others.
        for file in files(&built)? {
            let name = file.strip_prefix(&built).unwrap_or(&file);
            let laid = project.dist().join(place).join(name);
            let copied = laid.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::copy(&file, &laid));
            copied.map_err(|error| Failure::new(format!("{}: {error}.", laid.display())))?;
        }
    }
    let mut twin = Twin::take(project)?;
    for place in [""].into_iter().chain(FURTHER_PLACES) {
        let page = project.dist().join(place).join("index.html");
        compile_early(&page)?;
        minified(&page)?;
        policy::write(&page)?;
    }
    fonts_alone(&project.dist())?;
    twin.page = offline::lay(project)?;
    Ok(twin)
}

/// Cargo, told to compile every program of a release, so that Trunk, which asks for one after another, finds them all
/// done. The last piece of work of each keeps one core busy: two of them are done at a time.
fn compiling(project: &Project) -> Outcome<Command> {
    fetch(project, Purpose::Release)?;
    let mut cargo = cargo();
    cargo.current_dir(project.root()).args(["build", "--locked", "--offline", "--release", "--target", WASM]);
    for program in PROGRAMS {
        cargo.args(["--bin", program]);
    }
    Purpose::Release.compiler(project, &mut cargo)?;
    Ok(cargo)
}

/// Has the browser compile the page's program as it comes, while it still reads the page: `src/boot/boot.js` begins
/// with the address that stands in the body. Trunk's loader begins with that once its own script is there, and a
/// program that was fetched for it, with a sum to be checked, is not given out before its last byte.
fn compile_early(page: &Path) -> Outcome {
    let unusable = |error: std::io::Error| Failure::new(format!("{}: {error}.", page.display()));
    let built = fs::read_to_string(page).map_err(unusable)?;
    let early = compiled_early(&built);
    let early = early.ok_or_else(|| {
        let page = page.display();
        Failure::new(format!("{page}: no <link rel=preload> for the .wasm, or no body: did Trunk's output change?"))
    })?;
    fs::write(page, early).map_err(unusable)
}

/// Requires that Trunk's minifiers have understood the page's styles and scripts: what they cannot read they leave as
/// it is, without a word.
fn minified(page: &Path) -> Outcome {
    let built = fs::read_to_string(page).map_err(|error| Failure::new(format!("{}: {error}.", page.display())))?;
    match comment(&built) {
        None => Ok(()),
        Some(line) => {
            Err(Failure::new(format!("{}: the minifier did not understand what follows {line}", page.display())))
        }
    }
}

/// The first line of a built page that begins with a comment of a style or a script.
fn comment(page: &str) -> Option<&str> {
    page.split(['>', '\n']).map(str::trim_start).find(|line| line.starts_with("// ") || line.starts_with("/* "))
}

/// A page whose body names its program, in place of the link that fetches it; none if it is not as Trunk writes it.
fn compiled_early(page: &str) -> Option<String> {
    let is_program = |place: &usize| {
        let link = page[*place..].split('>').next().unwrap_or_default();
        link.contains("preload") && link.contains(".wasm")
    };
    let place = page.match_indices("<link").map(|(place, _)| place).find(is_program)?;
    let (link, after) = page[place..].split_once('>')?;
    let program = attribute(link, "href")?;
    let (asked, given) = (format!("'{program}'"), format!("window.program ?? '{program}'"));
    let is_asked_once = page.matches(&asked).count() == 1;
    let page = format!("{}{after}", &page[..place]).replace(&asked, &given);
    let (before, after) = page.split_once("<body ")?;
    is_asked_once.then(|| format!("{before}<body data-program=\"{program}\" {after}"))
}

/// Takes away the note on where the fonts are from, which is for those who build the page. Their licence stays.
fn fonts_alone(dist: &Path) -> Outcome {
    for place in [""].into_iter().chain(FURTHER_PLACES) {
        let told = dist.join(place).join("fonts").join("README.md");
        fs::remove_file(&told).map_err(|error| Failure::new(format!("{}: {error}.", told.display())))?;
    }
    Ok(())
}

/// The bare page that the speed report compares with: built like the real one, beside it. Says where.
///
/// # Errors
///
/// Trunk fails, or a file cannot be written.
pub fn build_counter(project: &Project, toolbox: &Toolbox) -> Outcome<PathBuf> {
    let built = project.target().join("counter");
    let mut trunk = trunk(project, toolbox, Purpose::Place("counter"))?;
    trunk.args(["build", "counter/index.html", "--release", "--dist"]);
    run(trunk.arg(&built))?;
    policy::write(&built.join("index.html"))?;
    for file in files(&built)? {
        pack(&file)?;
    }
    Ok(built)
}

/// A release build, or a part of it, that goes on beside other work: the longest of its parts keep one core busy, not
/// all.
pub struct Ahead {
    /// What is being run; none once it has ended.
    build: Option<Child>,
    /// What it prints.
    told: PathBuf,
}

impl Ahead {
    /// Begins to build the page.
    ///
    /// # Errors
    ///
    /// This program cannot be started once more, or what it prints cannot be written.
    pub fn begin(project: &Project) -> Outcome<Self> {
        let own = std::env::current_exe().map_err(unstarted)?;
        let mut build = program(own);
        build.current_dir(project.root()).arg("build");
        Self::start(project, "page-build.txt", build)
    }

    /// Begins to compile the programs of the page.
    ///
    /// # Errors
    ///
    /// Something cannot be fetched, or what Cargo prints cannot be written.
    pub fn compile(project: &Project) -> Outcome<Self> {
        Self::start(project, "page-programs.txt", compiling(project)?)
    }

    fn start(project: &Project, told: &str, mut build: Command) -> Outcome<Self> {
        let told = project.reports()?.join(told);
        let lines = File::create(&told).and_then(|lines| Ok((lines.try_clone()?, lines)));
        let (errors, lines) = lines.map_err(unstarted)?;
        let build = build.stdin(Stdio::null()).stderr(errors).stdout(lines).spawn().map_err(unstarted)?;
        Ok(Self { build: Some(build), told })
    }

    /// Waits until it is done, and prints what that had to tell.
    ///
    /// # Errors
    ///
    /// It could not be built.
    pub fn finish(mut self) -> Outcome {
        let ended = self.build.take().map(|mut build| build.wait());
        print!("{}", fs::read_to_string(&self.told).unwrap_or_default());
        match ended {
            Some(Ok(status)) if status.success() => Ok(()),
            _ => Err(Failure::new("The page could not be built: see above.")),
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is what becomes of an error")]
fn unstarted(error: std::io::Error) -> Failure {
    Failure::new(format!("The page cannot be built beside the rest: {error}."))
}

impl Drop for Ahead {
    fn drop(&mut self) {
        if let Some(build) = &mut self.build {
            // Nobody waits for the page any more; a build that has ended cannot be ended.
            let _ = build.kill();
            let _ = build.wait();
        }
    }
}

/// Serves the page and builds it again whenever a source changes, until the program is ended from outside.
///
/// Each further place has a Trunk of its own, which stands behind the first one.
///
/// # Errors
///
/// Trunk ends.
pub fn watch(project: &Project, toolbox: &Toolbox, port: u16) -> Outcome {
    let port = server::free_port(port)?;
    let mut first = trunk(project, toolbox, Purpose::Dev)?;
    serve(&mut first, port);
    // Beside the release build: neither replaces the other while it is being served.
    first.arg("--dist").arg(project.target().join("dev"));
    let mut behind = Behind(Vec::new());
    let mut next = port;
    for place in FURTHER_PLACES {
        next = server::free_port(next.saturating_add(1))?;
        let base = format!("/{place}/");
        let mut trunk = trunk(project, toolbox, Purpose::DevPlace(place))?;
        serve(&mut trunk, next);
        trunk.args([&format!("{place}.html"), "--html-output", "index.html", "--serve-base", &base, "--dist"]);
        let started = trunk.arg(project.target().join("dev-places").join(place)).spawn();
        behind.0.push(started.map_err(|error| Failure::new(format!("Trunk cannot be started: {error}.")))?);
        first.args(["--proxy-backend", &format!("http://127.0.0.1:{next}{base}"), "--proxy-rewrite", &base]);
    }
    println!("\nThe page will be served here until Ctrl-C:\n\nhttp://127.0.0.1:{port}/\n");
    run(&mut first)
}

fn serve(trunk: &mut Command, port: u16) {
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port.to_string()]);
}

/// The Trunks that stand behind the first one, and end with it.
struct Behind(Vec<Child>);

impl Drop for Behind {
    fn drop(&mut self) {
        for trunk in &mut self.0 {
            // One that has ended already cannot be ended.
            let _ = trunk.kill();
            let _ = trunk.wait();
        }
    }
}

/// Opens `address` in this person's own browser where there is a desktop. The address is on the screen in any case.
pub fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        Some("open")
    } else if cfg!(windows) {
        Some("explorer")
    } else {
        let desktop = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
        desktop.then_some("xdg-open")
    };
    if let Some(opener) = opener {
        let quiet = |command: &mut Command| {
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
        };
        let _ = quiet(program(opener).arg(address));
    }
}

/// Every file below `folder` as it is served, in the order of the names, without the packed sisters.
///
/// # Errors
///
/// The folder cannot be read.
pub fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let unreadable = |error: std::io::Error| Failure::new(format!("{} cannot be read: {error}.", folder.display()));
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_none_or(|extension| extension != "br") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The names of the modules of the last release that are fetched when they are asked for.
///
/// # Errors
///
/// Their folder cannot be read.
pub fn further_modules(project: &Project) -> Outcome<Vec<String>> {
    let places = FURTHER_PLACES.map(Purpose::Place);
    let mut modules = Vec::new();
    for purpose in [Purpose::Release].into_iter().chain(places) {
        modules.extend(modules::kept(&purpose.modules(project))?);
    }
    Ok(modules.iter().filter_map(|module| Some(module.file_name()?.to_str()?.to_owned())).collect())
}

/// Trunk, with the tools it calls before all others on its path.
fn trunk(project: &Project, toolbox: &Toolbox, purpose: Purpose) -> Outcome<Command> {
    fetch(project, purpose)?;
    let mut trunk = program(toolbox.place(Need::Trunk));
    trunk.current_dir(project.root());
    modules::insert(&mut trunk, project, toolbox, &purpose.modules(project))?;
    // Trunk takes this variable for a switch and refuses any value but true and false.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    purpose.compiler(project, &mut trunk)?;
    Ok(trunk)
}

/// Fetches everything that will be compiled, for the page and for what the compiler itself needs on this machine: Trunk
/// keeps Cargo off the network.
fn fetch(project: &Project, purpose: Purpose) -> Outcome {
    let mut fetch = cargo();
    fetch.current_dir(project.root()).args(["fetch", "--locked", "--target", WASM, "--target", "host-tuple"]);
    run(purpose.library(&mut fetch)?)
}

impl Purpose {
    /// `command`, a Cargo for this purpose or Trunk who calls it, told which standard library to use.
    fn library(self, command: &mut Command) -> Outcome<&mut Command> {
        match self {
            Self::Release | Self::Place(_) => Ok(with_small_library(command)),
            Self::Dev | Self::DevPlace(_) => with_library(command, WASM),
        }
    }

    /// `command`, a Cargo for this purpose or Trunk who calls it, told which standard library to use and how to
    /// compile. With the same words Cargo finds what it has compiled before.
    fn compiler<'c>(self, project: &Project, command: &'c mut Command) -> Outcome<&'c mut Command> {
        command.env("CARGO_ENCODED_RUSTFLAGS", self.flags(project).join(FLAGS_APART));
        self.library(command)
    }

    /// What the compiler is told about every crate of the page.
    fn flags(self, project: &Project) -> Vec<String> {
        let mut flags = short_paths(project);
        flags.push(modules::SPLITTABLE.to_owned());
        if matches!(self, Self::Release | Self::Place(_)) {
            flags.extend(WORDLESS.map(str::to_owned));
            flags.push(STRICT.to_owned());
        }
        flags
    }

    /// Where a build keeps the modules that are fetched when they are asked for.
    fn modules(self, project: &Project) -> PathBuf {
        let kept = project.target().join("xtask");
        match self {
            Self::Release => kept.join("release"),
            Self::Place(place) => kept.join(place),
            Self::Dev => kept.join("dev"),
            Self::DevPlace(place) => kept.join("dev-places").join(place),
        }
    }
}

/// Has the compiler shorten the paths that panics name: the page tells nobody where it was built, and is the same
/// wherever that was.
fn short_paths(project: &Project) -> Vec<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let prefixes = [home.map(|home| (home, "cargo")), Some((project.root().to_owned(), "."))];
    let flag = |(from, to): (PathBuf, &str)| format!("--remap-path-prefix={}={to}", from.display());
    prefixes.into_iter().flatten().map(flag).collect()
}

/// What stands between the flags in `CARGO_ENCODED_RUSTFLAGS` (Cargo's book, environment variables).
const FLAGS_APART: &str = "\x1f";

/// Removes the packed sister of every file: a server would send it in place of a file that has changed since.
fn remove_packed(folder: &Path) -> Outcome {
    for sister in files(folder)?.iter().filter_map(|file| brotli_path(file)).filter(|sister| sister.is_file()) {
        fs::remove_file(&sister).map_err(|error| Failure::new(format!("{}: {error}.", sister.display())))?;
    }
    Ok(())
}

/// Writes the packed sister of `file`, unless packing does not make it smaller.
fn pack(file: &Path) -> Outcome {
    let unwritable = |error: std::io::Error| Failure::new(format!("{} cannot be packed: {error}.", file.display()));
    let plain = fs::read(file).map_err(unwritable)?;
    let small = packed_bytes(&plain).map_err(unwritable)?;
    match brotli_path(file) {
        Some(sister) if small.len() < plain.len() => fs::write(sister, small).map_err(unwritable),
        _ => Ok(()),
    }
}

fn packed_bytes(mut plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW_BITS,
        size_hint: plain.len(),
        ..BrotliEncoderParams::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut plain, &mut small, &settings)?;
    Ok(small)
}

/// The value of an attribute of a tag, with or without quotes around it.
pub fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(&format!(" {name}="))?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split(' ').next(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_is_packed_unpacks_to_the_same() {
        let plain = "the same words over and over, ".repeat(200);
        let small = packed_bytes(plain.as_bytes()).expect("memory holds it");
        assert!(small.len() < plain.len() / 20, "{} bytes", small.len());
        let mut again = String::new();
        let mut unpacker = brotli::Decompressor::new(small.as_slice(), 4096);
        unpacker.read_to_string(&mut again).expect("it was packed by this very library");
        assert_eq!(again, plain);
    }

    #[test]
    fn a_packed_sister_is_made_only_where_it_is_smaller() {
        let folder = std::env::temp_dir().join(format!("kerb-and-quay-pack-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).expect("a folder in the temporary folder");
        fs::write(folder.join("deep").join("long.css"), "a{} ".repeat(500)).expect("a file");
        fs::write(folder.join("tiny.txt"), "a").expect("a file");
        let found = files(&folder).expect("it is there");
        for file in &found {
            pack(file).expect("it can be read");
        }
        assert!(folder.join("deep").join("long.css.br").is_file());
        assert!(!folder.join("tiny.txt.br").exists());
        assert_eq!(files(&folder).as_ref(), Ok(&found), "packed sisters are not files of the page");
        remove_packed(&folder).expect("they can be removed");
        assert!(!folder.join("deep").join("long.css.br").exists());
        assert_eq!(files(&folder), Ok(found), "the files themselves stay");
        fs::remove_dir_all(folder).expect("it was made above");
    }

    #[test]
    fn what_is_compiled_at_once_is_what_trunk_asks_for() {
        let project = Project::here().expect("tests run inside the repository");
        let pages = ["index"].into_iter().chain(FURTHER_PLACES).map(|page| format!("{page}.html"));
        let mut asked = Vec::new();
        for page in pages {
            let text = project.text(&page).expect("it is part of the repository");
            let links = text.split("<link").skip(1).filter_map(|link| link.split_once('>'));
            asked.extend(links.filter_map(|(link, _)| attribute(link, "data-bin").map(str::to_owned)));
        }
        asked.sort_unstable();
        let mut compiled = PROGRAMS;
        compiled.sort_unstable();
        assert_eq!(asked, compiled);
    }

    #[test]
    fn the_body_names_the_program() {
        let page = "<link rel=icon href=a.svg><script type=module>const wasm = await init({ module_or_path: \
                    './a_bg.wasm' });</script><link as=fetch href=./a_bg.wasm rel=preload></head><body id=b></body>";
        let early = compiled_early(page).expect("it is as Trunk writes it");
        let (module, body) = early.split_once("</script>").expect("it has a script");
        assert!(module.ends_with("init({ module_or_path: window.program ?? './a_bg.wasm' });"), "{module}");
        assert_eq!(body, "</head><body data-program=\"./a_bg.wasm\" id=b></body>");
        assert_eq!(compiled_early("<link as=fetch href=./a_bg.wasm rel=preload><body id=b>"), None, "nothing runs it");
        assert_eq!(compiled_early("<script type=module></script>"), None);
    }

    #[test]
    fn a_comment_shows_that_the_minifier_failed() {
        assert_eq!(comment("<style>/* Colours. */\na{}</style>"), Some("/* Colours. */"));
        assert_eq!(comment("<script>\n// The start.\nlet a</script>"), Some("// The start."));
        assert_eq!(comment("<style>a{}</style><script>let a='// b';</script>"), None);
    }

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        assert_eq!(attribute("link href=./a.css rel=stylesheet", "rel"), Some("stylesheet"));
        assert_eq!(attribute("link rel=\"icon\" href=\"a b.svg\"", "href"), Some("a b.svg"));
        assert_eq!(attribute("link rel=icon", "href"), None);
    }
}
