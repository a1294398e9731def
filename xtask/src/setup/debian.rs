//! Packages of Debian and Ubuntu.

use std::fs;

use crate::failure::{Failure, Outcome};
use crate::program::{is_on_path, output, program, run};

/// A family of systems with `apt-get` and with its own package names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Debian and systems with its package names.
    Debian,
    /// Ubuntu and systems with its package names.
    Ubuntu,
}

/// The family of this machine, if it is one of them.
pub fn family() -> Option<Family> {
    if !is_on_path("apt-get") {
        return None;
    }
    family_in(&fs::read_to_string("/etc/os-release").ok()?)
}

/// Installs `packages`.
///
/// # Errors
///
/// The user is not an administrator, or it fails: the message contains the command to type.
pub fn install(packages: &[&str]) -> Outcome {
    let by_hand = format!("sudo apt-get install {}", packages.join(" "));
    let before: &[&str] = if output(program("id").arg("-u")).as_deref() == Some("0") {
        &[]
    } else if output(program("sudo").args(["-n", "true"])).is_some() {
        &["sudo", "-n"]
    } else {
        return Err(Failure::new(format!("Installing needs administrator rights. Type: {by_hand}")));
    };
    let apt_get = |arguments: &[&str]| {
        let mut line = before.to_vec();
        line.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes"]);
        line.extend(arguments);
        run(program(line[0]).args(&line[1..]))
    };
    // The installation may succeed with an old package list.
    if let Err(failure) = apt_get(&["update"]) {
        println!("   {failure}");
    }
    let mut arguments = vec!["install", "--no-install-recommends"];
    arguments.extend(packages);
    apt_get(&arguments).map_err(|failure| Failure::new(format!("{failure}\nTo try by hand, type: {by_hand}")))
}

fn family_in(os_release: &str) -> Option<Family> {
    let value = |key: &str| {
        let line = os_release.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    let names = format!("{} {}", value("ID"), value("ID_LIKE"));
    let is = |name: &str| names.split(' ').any(|known| known == name);
    if is("ubuntu") { Some(Family::Ubuntu) } else { is("debian").then_some(Family::Debian) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_family_is_read_from_os_release() {
        assert_eq!(family_in("NAME=\"Debian GNU/Linux\"\nID=debian\n"), Some(Family::Debian));
        assert_eq!(family_in("ID=ubuntu\nID_LIKE=debian\n"), Some(Family::Ubuntu));
        assert_eq!(family_in("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), Some(Family::Ubuntu));
        assert_eq!(family_in("ID=raspbian\nID_LIKE=debian\n"), Some(Family::Debian));
        assert_eq!(family_in("ID=fedora\n"), None);
        assert_eq!(family_in(""), None);
    }
}
