//! A build that runs beside other work: its longest parts keep one core busy, not all.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::failure::{Failure, Outcome};
use crate::program::program;
use crate::project::Project;
use crate::trunk;

/// A running build. Dropping it ends the build.
pub struct Background {
    /// The process; `None` once it has ended.
    build: Option<Child>,
    /// The file with its output.
    output: PathBuf,
}

impl Background {
    /// Starts to build the page.
    ///
    /// # Errors
    ///
    /// This program cannot be started again, or the file for its output cannot be written.
    pub fn build_page(project: &Project) -> Outcome<Self> {
        let xtask = std::env::current_exe().map_err(|error| not_started(&error))?;
        let mut build = program(xtask);
        build.current_dir(project.root()).arg("build");
        Self::start(project, "page-build.txt", build)
    }

    /// Starts to compile the programs of the page.
    ///
    /// # Errors
    ///
    /// A dependency cannot be fetched, or the file for Cargo's output cannot be written.
    pub fn compile_programs(project: &Project) -> Outcome<Self> {
        Self::start(project, "page-programs.txt", trunk::compile_programs(project)?)
    }

    fn start(project: &Project, file: &str, mut build: Command) -> Outcome<Self> {
        let output = project.reports()?.join(file);
        let files = File::create(&output).and_then(|file| Ok((file.try_clone()?, file)));
        let (stderr, stdout) = files.map_err(|error| not_started(&error))?;
        let build = build.stdin(Stdio::null()).stderr(stderr).stdout(stdout).spawn();
        Ok(Self { build: Some(build.map_err(|error| not_started(&error))?), output })
    }

    /// Waits for the end of the build and prints its output.
    ///
    /// # Errors
    ///
    /// The build failed.
    pub fn finish(mut self) -> Outcome {
        let status = self.build.take().map(|mut build| build.wait());
        print!("{}", fs::read_to_string(&self.output).unwrap_or_default());
        match status {
            Some(Ok(status)) if status.success() => Ok(()),
            _ => Err(Failure::new("The build of the page failed: see its output above.")),
        }
    }
}

fn not_started(error: &std::io::Error) -> Failure {
    Failure::new(format!("The build of the page cannot be started: {error}."))
}

impl Drop for Background {
    fn drop(&mut self) {
        if let Some(build) = &mut self.build {
            // This fails only if the build has already ended.
            let _ = build.kill();
            let _ = build.wait();
        }
    }
}
