//! Scripts and style sheets: their format, their lints, and the types of the scripts.
//!
//! `biome.jsonc` in the top folder configures the formatter and the linter. `tsconfig.json` lists the projects of
//! TypeScript: the scripts of each run in the same environment. A script says `// @ts-check` in its first line, so that
//! editors check it, too.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::program::{output, program, run};
use crate::project::Project;
use crate::setup::{Need, Toolbox};

/// The list of the projects.
const PROJECTS: &str = "tsconfig.json";
/// The first line of a script.
const CHECKED: &str = "// @ts-check";

/// Checks the format of scripts, style sheets and JSON, their lints, and the types of all scripts.
///
/// # Errors
///
/// There is a finding, which the tool prints, or a script that no project includes.
pub fn check(project: &Project, toolbox: &Toolbox) -> Outcome {
    run(node(project, toolbox, Need::Biome, "bin/biome").args(["check", "--error-on-warnings"]))?;
    let mut included = String::new();
    for config in projects(&project.text(PROJECTS)?)? {
        let mut compiler = node(project, toolbox, Need::TypeScript, "bin/tsc");
        run(compiler.args(["--project", &config]))?;
        let files = output(compiler.arg("--listFilesOnly"));
        included += &files.ok_or_else(|| Failure::new(format!("{config}: TypeScript does not list its files.")))?;
        included.push('\n');
    }
    let scripts = output(program("git").current_dir(project.root()).args(["ls-files", "*.js", "*.mjs"]));
    let scripts = scripts.ok_or_else(|| Failure::new("`git ls-files` fails: the check is for a git clone."))?;
    for script in scripts.lines().filter(|script| project.root().join(script).is_file()) {
        if !includes(&included, script) {
            return Err(Failure::new(format!("{script}: no project in {PROJECTS} includes it.")));
        }
        if project.text(script)?.lines().next() != Some(CHECKED) {
            return Err(Failure::new(format!("{script}: its first line is not `{CHECKED}`.")));
        }
    }
    Ok(())
}

/// The paths of the projects.
fn projects(list: &str) -> Outcome<Vec<String>> {
    let list: Option<Value> = serde_json::from_str(list).ok();
    let references = list.as_ref().and_then(|list| list.get("references")?.as_array());
    let paths =
        references.map(|all| all.iter().filter_map(|one| Some(one.get("path")?.as_str()?.to_owned())).collect());
    paths
        .filter(|paths: &Vec<_>| !paths.is_empty())
        .ok_or_else(|| Failure::new(format!("{PROJECTS} lists no projects.")))
}

/// A program of an npm package, run by Node in the top folder.
fn node(project: &Project, toolbox: &Toolbox, package: Need, script: &str) -> Command {
    let mut node = program(toolbox.path(Need::Node));
    node.current_dir(project.root()).arg(toolbox.path(package).join(script));
    node
}

/// Whether a list of absolute paths contains a path of the repository.
fn includes(list: &str, path: &str) -> bool {
    list.lines().any(|file| Path::new(file).ends_with(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_found_by_its_whole_path() {
        let list = "/srv/project/src/boot/boot.js\n/srv/project/twin/worker.js\n";
        assert!(includes(list, "src/boot/boot.js") && includes(list, "twin/worker.js"));
        assert!(!includes(list, "static/worker.js") && !includes(list, "oot.js"));
    }

    #[test]
    fn the_projects_are_those_in_the_list() {
        let project = Project::here().expect("tests run inside the repository");
        let projects = projects(&project.text(PROJECTS).expect("it is in the repository")).expect("it lists projects");
        assert!(
            projects.len() > 1 && projects.iter().all(|config| project.root().join(config).is_file()),
            "{projects:?}"
        );
        assert!(super::projects("{}").is_err() && super::projects("").is_err());
    }
}
