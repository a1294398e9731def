//! The new type of the validator, with a touch display, on a Raspberry Pi Pico.
#![no_std]
#![no_main]

#[expect(dead_code, reason = "each device uses its own part of the board")]
#[path = "../board.rs"]
mod board;

#[embassy_executor::main]
async fn main(_spawner: embassy_executor::Spawner) {
    board::pico::validator::run_with_touch_display().await
}
