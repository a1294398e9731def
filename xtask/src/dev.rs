//! `cargo xtask dev`: serves the page and rebuilds it when a source changes.
//!
//! Each site has a Trunk of its own. The Trunk of the first site forwards the folders of the other sites to theirs. One
//! site is rebuilt after each change; the others are built once, because two builds at a time take twice as long.

use std::io::{BufRead as _, BufReader, IsTerminal as _, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::server;
use crate::setup::Toolbox;
use crate::site_page;
use crate::sites::{SITES, Site};
use crate::trunk::{Build, Profile};

/// The start and a later part of the line that Rust prints when a thread panics. A panic in Trunk's file watcher (seen
/// in `notify-debouncer` at start) may leave Trunk running without a watcher.
const PANIC: [&str; 2] = ["thread '", " panicked at "];
/// A Trunk that panics sooner than this after its start is restarted at most [`RESTARTS_MAX`] times in a row.
const STABLE_AFTER: Duration = Duration::from_secs(30);
const RESTARTS_MAX: u32 = 5;

/// The profile of Cargo.toml that compiles fastest after a change.
const PROFILE: &str = "page-dev";

/// Serves the page until the program is ended, and rebuilds `watched` when a source changes. An open page of `watched`
/// reloads itself at the address that is printed.
///
/// # Errors
///
/// A Trunk cannot be started, or ends other than by a panic.
pub fn serve(project: &Project, toolbox: &Toolbox, watched: &Site, port: u16) -> Outcome {
    let mut ports = Vec::new();
    let mut next = port;
    for _ in SITES {
        next = server::free_port(next)?;
        ports.push(next);
        next = next.saturating_add(1);
    }
    let (mut trunks, mut address) = (Vec::new(), String::new());
    for (site, port) in SITES.iter().zip(&ports) {
        let mut trunk = Build::of(site, Profile::Dev).trunk(project, toolbox)?;
        trunk.arg("serve").arg(site_page::source(project, site)?);
        trunk.args(["--html-output", "index.html", "--address", "127.0.0.1", "--cargo-profile", PROFILE]);
        trunk.args(["--port", &port.to_string()]);
        if std::io::stderr().is_terminal() {
            // Trunk's own output is a pipe.
            trunk.args(["--color", "always"]);
        }
        // Apart from the release: neither build replaces the other while it is being served.
        trunk.arg("--dist").arg(project.target().join("dev").join(site.name));
        if site.folder.is_empty() {
            for (other, port) in SITES.iter().zip(&ports).filter(|(other, _)| *other != site) {
                let base = format!("/{}/", other.folder);
                let backend = format!("http://127.0.0.1:{port}{base}");
                trunk.args(["--proxy-backend", &backend, "--proxy-rewrite", &base]);
            }
        } else {
            trunk.args(["--serve-base", &format!("/{}/", site.folder)]);
        }
        if site == watched {
            address = format!("http://127.0.0.1:{port}/{}", site.path(""));
        } else {
            trunk.arg("--ignore").arg(project.root());
        }
        trunks.push((site.name, trunk));
    }
    println!("\nThe page of the {} will be served here until Ctrl-C:\n\n{address}\n", watched.name);
    supervise(trunks)
}

/// Runs programs side by side and restarts those that panic. Returns when one ends in another way, and ends the others.
fn supervise(programs: Vec<(&'static str, Command)>) -> Outcome {
    let (sender, ended) = mpsc::channel();
    let running = Running::default();
    for (name, command) in programs {
        let (sender, running) = (sender.clone(), running.clone());
        thread::spawn(move || {
            let failure = keep_running(name, command, &running);
            // The receiver is gone once another program has ended.
            let _ = sender.send(failure);
        });
    }
    let failure = ended.recv();
    running.end();
    Err(failure.unwrap_or_else(|_| Failure::new("Trunk cannot be supervised.")))
}

/// The processes that run, to be ended together.
#[derive(Clone, Default)]
struct Running {
    state: Arc<Mutex<RunningState>>,
}

#[derive(Default)]
struct RunningState {
    children: Vec<Arc<Mutex<Child>>>,
    is_over: bool,
}

impl Running {
    fn add(&self, child: Child) -> Arc<Mutex<Child>> {
        let child = Arc::new(Mutex::new(child));
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.is_over {
            end(&child);
        }
        state.children.push(Arc::clone(&child));
        child
    }

    fn end(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.is_over = true;
        state.children.iter().for_each(|child| {
            end(child);
        });
    }
}

/// Ends a process, if it still runs, and returns its status.
fn end(child: &Mutex<Child>) -> Option<ExitStatus> {
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    // This fails only if the process has already ended.
    let _ = child.kill();
    child.wait().ok()
}

/// Runs a program again and again as long as it panics. Returns why it is not restarted.
fn keep_running(name: &str, mut command: Command, running: &Running) -> Failure {
    let mut restarts = 0;
    loop {
        let start = Instant::now();
        let panic = match run_until_panic(&mut command, running) {
            Ok(Ended::Panicked(panic)) => panic,
            Ok(Ended::Exited(status)) => return Failure::new(format!("Trunk of the {name} has ended ({status}).")),
            Err(error) => return Failure::new(format!("Trunk of the {name} cannot be started: {error}.")),
        };
        restarts = if start.elapsed() < STABLE_AFTER { restarts + 1 } else { 1 };
        if restarts > RESTARTS_MAX {
            return Failure::new(format!("Trunk of the {name} panics at every start: {panic}"));
        }
        eprintln!("\nTrunk of the {name} has panicked and is restarted. Its message: {panic}\n");
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Ended {
    /// With this line of its output.
    Panicked(String),
    Exited(String),
}

/// Runs a program until it ends or a thread of it panics, and passes on its output.
fn run_until_panic(command: &mut Command, running: &Running) -> std::io::Result<Ended> {
    let mut child = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    let stderr = child.stderr.take();
    let child = running.add(child);
    let mut panic = None;
    for line in stderr.into_iter().flat_map(|stderr| BufReader::new(stderr).split(b'\n').map_while(Result::ok)) {
        let line = String::from_utf8_lossy(&line).into_owned();
        let _ = writeln!(std::io::stderr(), "{line}");
        if line.starts_with(PANIC[0]) && line.contains(PANIC[1]) {
            panic = Some(line);
            break;
        }
    }
    let status = end(&child);
    Ok(match panic {
        Some(line) => Ended::Panicked(line),
        None => Ended::Exited(status.map_or_else(|| "unknown status".to_owned(), |status| status.to_string())),
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// A shell script instead of Trunk.
    fn script(text: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", text]);
        shell
    }

    #[test]
    fn a_program_that_panics_is_restarted() {
        let marker = std::env::temp_dir().join(format!("kerb-and-quay-dev-{}", std::process::id()));
        let _ = std::fs::remove_file(&marker);
        // At the first start a thread panics and the process goes on; at the second one it ends.
        let text = format!(
            "if [ -e '{0}' ]; then exit 3; fi; : > '{0}'; echo \"thread 'notify' (17) panicked at lib.rs:1\" >&2; exec sleep 600",
            marker.display()
        );
        let failure = supervise(vec![("quay", script(&text))]).expect_err("it ends");
        assert_eq!(failure.to_string(), "Trunk of the quay has ended (exit status: 3).");
        std::fs::remove_file(marker).expect("it was started");
    }

    #[test]
    fn a_program_that_panics_at_every_start_is_given_up() {
        let failure = supervise(vec![("bus", script("echo \"thread 'a' panicked at b\" >&2"))]).expect_err("it ends");
        assert_eq!(failure.to_string(), "Trunk of the bus panics at every start: thread 'a' panicked at b");
    }

    #[test]
    fn when_one_program_ends_the_others_are_ended() {
        let running = supervise(vec![("quay", script("exit 2")), ("bus", script("exec sleep 600"))]);
        assert!(running.is_err_and(|failure| failure.to_string().contains("quay")));
    }
}
