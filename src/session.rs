//! The session of the page: the shell with its clock, the storage, and which tab owns it.

pub mod clock;
pub mod course;
pub mod embedded_device;
pub mod haptic_watch;
pub mod route;
pub mod shell;
pub mod site_page;
pub mod storage;
pub mod tabs;
pub mod tenancy;
