//! The buzzer of the board, which only a microcontroller has; its arithmetic is the same everywhere.

#[path = "../../src/board/sound.rs"]
mod sound;
