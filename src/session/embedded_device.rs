//! The device that stands alone in a frame, as the page's address says: `?embed=pedestal`.

use crate::browser::query;

/// A device that can stand alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EmbeddedDevice {
    /// The pedestal.
    Pedestal,
    /// The old validator.
    Validator,
    /// The new one.
    ValidatorTouch,
}

impl EmbeddedDevice {
    /// All of them.
    const ALL: [Self; 3] = [Self::Pedestal, Self::Validator, Self::ValidatorTouch];

    /// Its name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pedestal => "pedestal",
            Self::Validator => "validator",
            Self::ValidatorTouch => "validator-touch",
        }
    }

    /// Where a person stands who stands before it, as addresses say it.
    pub const fn address(self) -> &'static str {
        match self {
            Self::Pedestal => "#/pedestal",
            Self::Validator => "#/validator",
            Self::ValidatorTouch => "#/validator-touch",
        }
    }
}

thread_local! {
    /// A page's address keeps what stands behind the `?` as long as the page is there.
    static WANTED: Option<EmbeddedDevice> = {
        let name = query::parameter("embed");
        EmbeddedDevice::ALL.into_iter().find(|device| name.as_deref() == Some(device.name()))
    };
}

/// The device that is wanted alone; none for the whole page.
pub fn requested() -> Option<EmbeddedDevice> {
    WANTED.with(|wanted| *wanted)
}
