//! Packages of Debian and Ubuntu.

use std::fs;

use crate::failure::{Failure, Outcome};
use crate::program::{answer, is_on_path, program, run};

/// A family of systems with `apt-get`, which differ in how they call a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Debian and what keeps its names.
    Debian,
    /// Ubuntu and what keeps its names.
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
/// This person may not, or it fails: the sentence holds the command to type.
pub fn install(packages: &[&str]) -> Outcome {
    let by_hand = format!("sudo apt-get install {}", packages.join(" "));
    let before: &[&str] = if answer(program("id").arg("-u")).as_deref() == Some("0") {
        &[]
    } else if answer(program("sudo").args(["-n", "true"])).is_some() {
        &["sudo", "-n"]
    } else {
        return Err(Failure::new(format!("Installing needs the administrator. Type: {by_hand}")));
    };
    let apt_get = |words: &[&str]| {
        let mut line = before.to_vec();
        line.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes"]);
        line.extend(words);
        run(program(line[0]).args(&line[1..]))
    };
    // An old package list still may do: whether it does, the installation shows.
    if let Err(failure) = apt_get(&["update"]) {
        println!("   {failure}");
    }
    let mut words = vec!["install", "--no-install-recommends"];
    words.extend(packages);
    apt_get(&words).map_err(|failure| Failure::new(format!("{failure}\nTo try by hand, type: {by_hand}")))
}

fn family_in(os_release: &str) -> Option<Family> {
    let value = |key: &str| {
        let line = os_release.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    let names = format!("{} {}", value("ID"), value("ID_LIKE"));
    let is = |name: &str| names.split(' ').any(|word| word == name);
    if is("ubuntu") { Some(Family::Ubuntu) } else { is("debian").then_some(Family::Debian) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_family_is_read_from_the_systems_own_words() {
        assert_eq!(family_in("NAME=\"Debian GNU/Linux\"\nID=debian\n"), Some(Family::Debian));
        assert_eq!(family_in("ID=ubuntu\nID_LIKE=debian\n"), Some(Family::Ubuntu));
        assert_eq!(family_in("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), Some(Family::Ubuntu));
        assert_eq!(family_in("ID=raspbian\nID_LIKE=debian\n"), Some(Family::Debian));
        assert_eq!(family_in("ID=fedora\n"), None);
        assert_eq!(family_in(""), None);
    }
}
