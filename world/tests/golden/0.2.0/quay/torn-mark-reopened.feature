# language: en
Feature: A session at the quay, 2026-11-20 08:00:06

  Saved from Kerb & Quay, core 0.2.0, card layout 1.
  Tariff: 200 øre per kWh, 1000 øre a press.
  It begins on 2026-11-20 08:00:00, with these settings:

    pedestal.inactivity_ms = 5000
    pedestal.step_ore = 1000
    pedestal.hold_ms = 5000
    pedestal.hold_dead_zone_ms = 0
    pedestal.pause_ms = 3000
    pedestal.update_ms = 5000
    pedestal.final_write_ms = 400
    pedestal.recovery_ms = 60000
    pedestal.tear_policy = freeze
    pedestal.remove_prompt_timeout_ms = 0
    pedestal.price_ore_per_kwh = 200
    pedestal.one_socket_per_card = no
    pedestal.memory_wh = 10
    ui.device_lang = en
    reader.detect_ms = 0
    reader.write_ms = 336
    reader.confirm_ms = 64
    desk.enforce_hours = no

  Scenario: A session at the quay, 2026-11-20 08:00:06
    Given a marina with an empty wallet
    When a user card "Blue" with 100.00 kr
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When a user card "Red" with 50.00 kr
    When I put card "Blue" in the holder
    Then the screen is ServiceSelect
    Then the display shows "CHOOSE SOCKET"
    Then the display shows "Press button 1 to 4"
    Then the display shows "Card 100.00 kr"
    When I press socket 2
    Then the screen is OutletStatus
    Then the display shows "SOCKET 2"
    Then the display shows "Pedestal 0.00 kr"
    Then the display shows "Energy 0.000 kWh"
    Then the display shows "Press +10.00 kr"
    When I press socket 2
    Then the display shows "Load +10.00 kr"
    When I press socket 2
    Then the display shows "Load +20.00 kr"
    When I press socket 2
    Then the display shows "Load +30.00 kr"
    When I press Enter
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Card > Socket 2"
    When 5 s pass
    Then the screen is RemoveCard
    Then the display shows "REMOVE CARD"
    Then the display shows "Update complete"
    Then the display shows "Socket 2 30.00 kr"
    Then the display shows "Card 70.00 kr"
    Then socket 2 is on
    When I take the card out
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When I put card "Blue" in the holder
    Then the screen is ServiceSelect
    Then the display shows "CHOOSE SOCKET"
    Then the display shows "Press button 1 to 4"
    Then the display shows "Card 70.00 kr"
    When I press socket 2
    Then the screen is OutletStatus
    Then the display shows "SOCKET 2"
    Then the display shows "Pedestal 30.00 kr"
    Then the display shows "Energy 15.000 kWh"
    Then the display shows "Press +10.00 kr"
    When I press socket 2
    Then the display shows "Load +10.00 kr"
    When I press socket 2
    Then the display shows "Load +20.00 kr"
    When I press Enter
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Card > Socket 2"
    When 150 ms pass
    When the power fails
    Then the screen is dark
    Then socket 2 is off
    When the power is back
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Card > Socket 2"
    Then socket 2 is on
    When 1500 ms pass
    Then card "Blue" holds 70.00 kr
    Then card "Red" holds 50.00 kr
    Then socket 1 holds 0.00 kr
    Then socket 2 holds 30.00 kr
    Then socket 3 holds 0.00 kr
    Then socket 4 holds 0.00 kr
    Then the ledger adds up
