//! The pedestal on a Raspberry Pi Pico.
#![no_std]
#![no_main]

#[expect(dead_code, reason = "each device uses its own part of the board")]
#[path = "../board.rs"]
mod board;

#[embassy_executor::main]
async fn main(_spawner: embassy_executor::Spawner) {
    board::pico::pedestal::run().await
}
