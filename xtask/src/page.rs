//! The page for release: built by Trunk, rewritten, and compressed as a web server would send it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::background::Background;
use crate::dist;
use crate::failure::{Failure, Outcome};
use crate::html::{self, Contents, Start};
use crate::offline;
use crate::program::{program, run};
use crate::project::Project;
use crate::setup::Toolbox;
use crate::site_page;
use crate::sites::{SITES, Site};
use crate::trunk::{self, Build, Profile};
use crate::twin::Twin;

/// Builds the page into `dist`, with a compressed variant of every file that becomes smaller. `programs` is a running
/// compilation of its programs.
///
/// # Errors
///
/// A program does not compile, Trunk fails, or a file cannot be written.
pub fn build(project: &Project, toolbox: &Toolbox, programs: Option<Background>) -> Outcome {
    assemble(project, toolbox, programs)?.install(project)?;
    dist::compress(&project.dist())
}

/// Builds the page into `dist`, to be served at once: nothing is compressed, and the page shows that the firmware is
/// still being built. `programs` is as for [`build`].
///
/// # Errors
///
/// A program does not compile, Trunk fails, or a file cannot be written.
pub fn build_without_firmware(project: &Project, toolbox: &Toolbox, programs: Option<Background>) -> Outcome<Twin> {
    let twin = assemble(project, toolbox, programs)?;
    twin.announce(project)?;
    dist::remove_compressed(&project.dist())?;
    Ok(twin)
}

/// Builds everything but the firmware.
fn assemble(project: &Project, toolbox: &Toolbox, programs: Option<Background>) -> Outcome<Twin> {
    match programs {
        Some(programs) => programs.finish()?,
        None => run(&mut trunk::compile_programs(project)?)?,
    }
    for site in SITES {
        let mut trunk = Build::of(site, Profile::Release).trunk(project, toolbox)?;
        trunk.arg("build").arg(site_page::source(project, site)?);
        trunk.args(["--html-output", "index.html", "--release", "--dist"]);
        run(trunk.arg(folder(project, site)))?;
    }
    let mut twin = Twin::take(project)?;
    for site in SITES {
        rewrite(&folder(project, site).join("index.html"), Start::BootScript)?;
    }
    twin.page = offline::install(project)?;
    Ok(twin)
}

fn folder(project: &Project, site: &Site) -> PathBuf {
    if site.folder.is_empty() { project.dist() } else { project.dist().join(site.folder) }
}

/// Rewrites the HTML that Trunk has written.
fn rewrite(page: &Path, start: Start) -> Outcome {
    let unusable = |error: std::io::Error| Failure::io(page, &error);
    let html = html::served(&fs::read_to_string(page).map_err(unusable)?, start)?;
    if let Some(line) = Contents::of(&html)?.comment() {
        let page = page.display();
        return Err(Failure::new(format!("{page}: Trunk's minifier could not parse what follows the comment {line}")));
    }
    fs::write(page, html).map_err(unusable)
}

/// Builds the bare page that the speed report compares with, in the same way as the real one. Returns its folder.
///
/// # Errors
///
/// Trunk fails, or a file cannot be written.
pub fn build_counter(project: &Project, toolbox: &Toolbox) -> Outcome<PathBuf> {
    let built = project.target().join("counter");
    let mut trunk = Build { profile: Profile::Release, name: "counter" }.trunk(project, toolbox)?;
    trunk.args(["build", "src/bin/counter.html", "--html-output", "index.html", "--release", "--dist"]);
    run(trunk.arg(&built))?;
    rewrite(&built.join("index.html"), Start::ModuleScript)?;
    dist::compress(&built)?;
    Ok(built)
}

/// Opens `address` in the default browser where there is a desktop. The address is printed in any case.
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
