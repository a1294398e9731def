//! The keys and values of the choices about sound, vibration and animation.

pub const VIBRATION: &str = "kerb-and-quay.vibration";
pub const HOLD_ASSIST: &str = "kerb-and-quay.hold-assist";
pub const BEEN_HERE: &str = "kerb-and-quay.been-here";
pub const YES: &str = "yes";
pub const NO: &str = "no";
