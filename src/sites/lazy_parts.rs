//! What the page of a site brings later.

use crate::cards::drag;
use crate::embed::{self, Embedded};
use crate::lazy::LazyParts;
use crate::panels::{self, back, bars, help, language_choice, offline, projector, twin, views};
use crate::session::haptic_watch;
use crate::session::storage::SessionFormat;
use crate::texts::language::PageLanguage;

/// The module of a site, with what only that site has.
pub const fn lazy_parts<P: Embedded>(own: P::Parts) -> LazyParts<P> {
    LazyParts {
        bars: bars::bars::<P>,
        offline: offline::service_worker_bar,
        language: PageLanguage::fetch,
        language_choice: language_choice::language_choice,
        help: help::help,
        views: views::views::<P>,
        back: back::watch,
        answer_line: panels::answer_line::<P>,
        twin: twin::twin::<P>,
        styles: panels::styles,
        feedback: haptic_watch::watch_session::<P>,
        pressed: projector::pressed_log::<P>,
        panels: panels::all_panels::<P>,
        ghost: drag::ghost::<P>,
        grip: drag::grip::<P>,
        files: SessionFormat::CURRENT,
        listen: embed::listen::<P>,
        own,
    }
}
