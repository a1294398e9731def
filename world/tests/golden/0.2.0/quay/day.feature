# language: en
Feature: A session at the quay, 2026-11-23 10:45:35

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

  Scenario: A session at the quay, 2026-11-23 10:45:35
    Given the marina as it opens
    When a user card "Blue" with 120.50 kr
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When a user card "Red" with 300.00 kr
    When a user card "Green" with 90.00 kr
    When a user card "Leaving" with 55.25 kr
    When a blocked card "Barred" with 40.00 kr
    When the setting pedestal.inactivity_ms is 8000
    When the setting pedestal.step_ore is 500
    When the setting pedestal.price_ore_per_kwh is 250
    When it is 2026-11-23 09:15:00
    When I put card "My card" in the holder
    Then the screen is ServiceSelect
    Then the display shows "CHOOSE SOCKET"
    Then the display shows "Press button 1 to 4"
    Then the display shows "Card 100.00 kr"
    When I press socket 2
    Then the screen is OutletStatus
    Then the display shows "SOCKET 2"
    Then the display shows "Pedestal 0.00 kr"
    Then the display shows "Energy 0.000 kWh"
    Then the display shows "Press +5.00 kr"
    When I press socket 2
    Then the display shows "Load +5.00 kr"
    When I press socket 2
    Then the display shows "Load +10.00 kr"
    When I press socket 2
    Then the display shows "Load +15.00 kr"
    When I press socket 2
    Then the display shows "Load +20.00 kr"
    When I press socket 2
    Then the display shows "Load +25.00 kr"
    When I press socket 2
    Then the display shows "Load +30.00 kr"
    When I press socket 2
    Then the display shows "Load +35.00 kr"
    When I press socket 2
    Then the display shows "Load +40.00 kr"
    When I press socket 2
    Then the display shows "Load +45.00 kr"
    When I press socket 2
    Then the display shows "Load +50.00 kr"
    When I press socket 2
    Then the display shows "Load +55.00 kr"
    When I press socket 2
    Then the display shows "Load +60.00 kr"
    When I press Enter
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Card > Socket 2"
    When 5 s pass
    Then the screen is RemoveCard
    Then the display shows "REMOVE CARD"
    Then the display shows "Update complete"
    Then the display shows "Socket 2 60.00 kr"
    Then the display shows "Card 40.00 kr"
    Then socket 2 is on
    When I take the card out
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When I plug the boat into socket 2
    When I switch the heater of the boat at socket 2 on
    When 2832345 ms pass
    When I put card "Blue" in the holder
    Then the screen is ServiceSelect
    Then the display shows "CHOOSE SOCKET"
    Then the display shows "Press button 1 to 4"
    Then the display shows "Card 120.50 kr"
    When I press socket 3
    Then the screen is OutletStatus
    Then the display shows "SOCKET 3"
    Then the display shows "Pedestal 0.00 kr"
    Then the display shows "Energy 0.000 kWh"
    Then the display shows "Press +5.00 kr"
    When I press socket 3
    Then the display shows "Load +5.00 kr"
    When I press socket 3
    Then the display shows "Load +10.00 kr"
    When I press socket 3
    Then the display shows "Load +15.00 kr"
    When I press socket 3
    Then the display shows "Load +20.00 kr"
    When I press Enter
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Card > Socket 3"
    When 4950 ms pass
    When I take the card out
    Then the screen is Interrupted
    Then the display shows "INTERRUPTED"
    Then the display shows "Put the card back"
    Then the display shows "within 60 s"
    When 61 s pass
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When I put card "Green" in the holder
    Then the screen is ServiceSelect
    Then the display shows "CHOOSE SOCKET"
    Then the display shows "Press button 1 to 4"
    Then the display shows "Card 90.00 kr"
    When I press socket 4
    Then the screen is OutletStatus
    Then the display shows "SOCKET 4"
    Then the display shows "Pedestal 0.00 kr"
    Then the display shows "Energy 0.000 kWh"
    Then the display shows "Press +5.00 kr"
    When I press socket 4
    Then the display shows "Load +5.00 kr"
    When I press socket 4
    Then the display shows "Load +10.00 kr"
    When I press Enter
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Card > Socket 4"
    When 2 s pass
    When I take the card out
    Then the screen is Interrupted
    Then the display shows "INTERRUPTED"
    Then the display shows "Put the card back"
    Then the display shows "within 60 s"
    When 61 s pass
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When I put card "Gym card" in the holder
    Then the screen is InvalidCard
    Then the display shows "INVALID CARD"
    Then the display shows "Not for this marina"
    Then the display shows "Go to service desk"
    When I take the card out
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When I put card "Spoilt card" in the holder
    Then the screen is InvalidCard
    Then the display shows "INVALID CARD"
    Then the display shows "Update not finished"
    Then the display shows "Go to service desk"
    When I take the card out
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When I put card "Other marina" in the holder
    Then the screen is InvalidCard
    Then the display shows "INVALID CARD"
    Then the display shows "Not for this marina"
    Then the display shows "Go to service desk"
    When 1 s pass
    When I take the card out
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When the desk reads card "Blue"
    Then socket 3 is on
    When I walk to pedestal 2
    Then socket 2 is off
    Then socket 3 is off
    When I put card "Guest card" in the holder
    Then the screen is ServiceSelect
    Then the display shows "CHOOSE SOCKET"
    Then the display shows "Press button 1 to 4"
    Then the display shows "Card 250.00 kr"
    When I press socket 1
    Then the screen is OutletStatus
    Then the display shows "SOCKET 1"
    Then the display shows "Pedestal 0.00 kr"
    Then the display shows "Energy 0.000 kWh"
    Then the display shows "Press +5.00 kr"
    When I press socket 1
    Then the display shows "Load +5.00 kr"
    When I press socket 1
    Then the display shows "Load +10.00 kr"
    When I press socket 1
    Then the display shows "Load +15.00 kr"
    When I press socket 1
    Then the display shows "Load +20.00 kr"
    When I press socket 1
    Then the display shows "Load +25.00 kr"
    When I press socket 1
    Then the display shows "Load +30.00 kr"
    When I press socket 1
    Then the display shows "Load +35.00 kr"
    When I press socket 1
    Then the display shows "Load +40.00 kr"
    When I press socket 1
    Then the display shows "Load +45.00 kr"
    When I press socket 1
    Then the display shows "Load +50.00 kr"
    When I press socket 1
    Then the display shows "Load +55.00 kr"
    When I press socket 1
    Then the display shows "Load +60.00 kr"
    When I press socket 1
    Then the display shows "Load +65.00 kr"
    When I press socket 1
    Then the display shows "Load +70.00 kr"
    When I press socket 1
    Then the display shows "Load +75.00 kr"
    When I press socket 1
    Then the display shows "Load +80.00 kr"
    When I press socket 1
    Then the display shows "Load +85.00 kr"
    When I press socket 1
    Then the display shows "Load +90.00 kr"
    When I press socket 1
    Then the display shows "Load +95.00 kr"
    When I press socket 1
    Then the display shows "Load +100.00 kr"
    When I press Enter
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Card > Socket 1"
    When 5 s pass
    Then the screen is RemoveCard
    Then the display shows "REMOVE CARD"
    Then the display shows "Update complete"
    Then the display shows "Socket 1 100.00 kr"
    Then the display shows "Card 150.00 kr"
    Then socket 1 is on
    When I take the card out
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When I plug the boat into socket 1
    When I switch the kettle of the boat at socket 1 on
    When I put card "Red" in the holder
    Then the screen is ServiceSelect
    Then the display shows "CHOOSE SOCKET"
    Then the display shows "Press button 1 to 4"
    Then the display shows "Card 300.00 kr"
    When I press socket 2
    Then the screen is OutletStatus
    Then the display shows "SOCKET 2"
    Then the display shows "Pedestal 0.00 kr"
    Then the display shows "Energy 0.000 kWh"
    Then the display shows "Press +5.00 kr"
    When I press socket 2
    Then the display shows "Load +5.00 kr"
    When I press socket 2
    Then the display shows "Load +10.00 kr"
    When I press socket 2
    Then the display shows "Load +15.00 kr"
    When I press socket 2
    Then the display shows "Load +20.00 kr"
    When I press socket 2
    Then the display shows "Load +25.00 kr"
    When I press socket 2
    Then the display shows "Load +30.00 kr"
    When I press socket 2
    Then the display shows "Load +35.00 kr"
    When I press socket 2
    Then the display shows "Load +40.00 kr"
    When I press socket 2
    Then the display shows "Load +45.00 kr"
    When I press socket 2
    Then the display shows "Load +50.00 kr"
    When I press Enter
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Card > Socket 2"
    When 5 s pass
    Then the screen is RemoveCard
    Then the display shows "REMOVE CARD"
    Then the display shows "Update complete"
    Then the display shows "Socket 2 50.00 kr"
    Then the display shows "Card 250.00 kr"
    Then socket 2 is on
    When I take the card out
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When 780 s pass
    When I put card "Red" in the holder
    Then the screen is ServiceSelect
    Then the display shows "CHOOSE SOCKET"
    Then the display shows "Press button 1 to 4"
    Then the display shows "Card 250.00 kr"
    When I press socket 2
    Then the screen is OutletStatus
    Then the display shows "SOCKET 2"
    Then the display shows "Pedestal 50.00 kr"
    Then the display shows "Energy 20.000 kWh"
    Then the display shows "Press +5.00 kr"
    When I hold socket 2 down
    When 5 s pass
    Then the display shows "All back to the card"
    When I let go of socket 2
    When I press Enter
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Socket 2 > Card"
    Then socket 2 is off
    When 5 s pass
    Then the screen is RemoveCard
    Then the display shows "REMOVE CARD"
    Then the display shows "Update complete"
    Then the display shows "Socket 2 0.00 kr"
    Then the display shows "Card 300.00 kr"
    When I take the card out
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When I put card "Red" in the holder
    Then the screen is ServiceSelect
    Then the display shows "CHOOSE SOCKET"
    Then the display shows "Press button 1 to 4"
    Then the display shows "Card 300.00 kr"
    When I press socket 3
    Then the screen is OutletStatus
    Then the display shows "SOCKET 3"
    Then the display shows "Pedestal 0.00 kr"
    Then the display shows "Energy 0.000 kWh"
    Then the display shows "Press +5.00 kr"
    When I press socket 3
    Then the display shows "Load +5.00 kr"
    When I press socket 3
    Then the display shows "Load +10.00 kr"
    When I press socket 3
    Then the display shows "Load +15.00 kr"
    When I press socket 3
    Then the display shows "Load +20.00 kr"
    When I press socket 3
    Then the display shows "Load +25.00 kr"
    When I press socket 3
    Then the display shows "Load +30.00 kr"
    When I press Enter
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Card > Socket 3"
    When 5 s pass
    Then the screen is RemoveCard
    Then the display shows "REMOVE CARD"
    Then the display shows "Update complete"
    Then the display shows "Socket 3 30.00 kr"
    Then the display shows "Card 270.00 kr"
    Then socket 3 is on
    When I take the card out
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When I put card "Red" in the holder
    Then the screen is ServiceSelect
    Then the display shows "CHOOSE SOCKET"
    Then the display shows "Press button 1 to 4"
    Then the display shows "Card 270.00 kr"
    When I press socket 4
    Then the screen is OutletStatus
    Then the display shows "SOCKET 4"
    Then the display shows "Pedestal 0.00 kr"
    Then the display shows "Energy 0.000 kWh"
    Then the display shows "Press +5.00 kr"
    When I press socket 4
    Then the display shows "Load +5.00 kr"
    When I press socket 4
    Then the display shows "Load +10.00 kr"
    When I press socket 4
    Then the display shows "Load +15.00 kr"
    When I press Enter
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Card > Socket 4"
    When 4960 ms pass
    When I take the card out
    Then the screen is Interrupted
    Then the display shows "INTERRUPTED"
    Then the display shows "Put the card back"
    Then the display shows "within 60 s"
    When 61 s pass
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When I lose card "Red"
    When the desk writes off card "Red"
    When the desk releases socket 3
    Then socket 3 is off
    When the desk loads 200.00 kr onto card "Empty card"
    When the desk pays out card "Leaving"
    When I throw card "Leaving" away
    When I rename card "Empty card" to "Full card"
    When I punch a hole in card "Barred"
    When the desk resets card "Spoilt card"
    When the desk loads 5.00 kr onto card "Green"
    Then that is refused: "“Green” is invalid: an update was not finished; have it reset first (P-21)."
    When the power fails
    Then the screen is dark
    Then socket 1 is off
    When 180 s pass
    When the power is back
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    Then socket 1 is on
    When 90 s pass
    When I walk to pedestal 1
    Then socket 1 is off
    Then socket 2 is on
    Then socket 3 is on
    When I put card "Full card" in the holder
    Then the screen is ServiceSelect
    Then the display shows "CHOOSE SOCKET"
    Then the display shows "Press button 1 to 4"
    Then the display shows "Card 200.00 kr"
    When I press socket 4
    Then the screen is OutletStatus
    Then the display shows "SOCKET 4"
    Then the display shows "Pedestal 0.00 kr"
    Then the display shows "Energy 0.000 kWh"
    Then the display shows "Press +5.00 kr"
    When I press socket 4
    Then the display shows "Load +5.00 kr"
    When I press socket 4
    Then the display shows "Load +10.00 kr"
    When I press socket 4
    Then the display shows "Load +15.00 kr"
    When I press socket 4
    Then the display shows "Load +20.00 kr"
    When I press socket 4
    Then the display shows "Load +25.00 kr"
    When I press socket 4
    Then the display shows "Load +30.00 kr"
    When I press socket 4
    Then the display shows "Load +35.00 kr"
    When I press socket 4
    Then the display shows "Load +40.00 kr"
    When I press Enter
    Then the screen is Updating
    Then the display shows "UPDATING"
    Then the display shows "Do not remove card!"
    Then the display shows "Card > Socket 4"
    When 4940 ms pass
    When I take the card out
    Then the screen is Interrupted
    Then the display shows "INTERRUPTED"
    Then the display shows "Put the card back"
    Then the display shows "within 60 s"
    When 61 s pass
    Then the screen is Welcome
    Then the display shows "ROLEC"
    Then the display shows "WELCOME"
    Then the display shows "Insert your card"
    Then the display shows "1-4: check credit"
    When the setting pedestal.tear_policy is forfeit
    When the setting ui.device_lang is nb
    Then the display shows "VELKOMMEN"
    Then the display shows "Sett inn kortet"
    Then the display shows "1-4: sjekk kreditt"
    When the setting desk.enforce_hours is yes
    When the setting reader.detect_ms is 120
    When I switch the heater of the boat at socket 2 off
    When 1260 s pass
    When I put card "My card" in the holder
    When 500 ms pass
    Then the screen is ServiceSelect
    Then the display shows "VELG KONTAKT"
    Then the display shows "Trykk knapp 1 til 4"
    Then the display shows "Kort 40,00 kr"
    When I press socket 2
    Then the screen is OutletStatus
    Then the display shows "KONTAKT 2"
    Then the display shows "Søyle 53,81 kr"
    Then the display shows "Strøm 21,527 kWh"
    Then the display shows "Trykk +5,00 kr"
    When 777 ms pass
    Then card "My card" holds 40.00 kr
    Then card "Guest card" holds 150.00 kr
    Then card "Full card" holds 160.00 kr
    Then card "Spoilt card" holds 60.00 kr
    Then card "Other marina" holds 80.00 kr
    Then card "Gym card" holds 0.00 kr
    Then card "Blue" holds 100.50 kr
    Then card "Red" holds 255.00 kr
    Then card "Green" holds 90.00 kr
    Then socket 1 holds 0.00 kr
    Then socket 2 holds 53.81750 kr
    Then socket 3 holds 20.00 kr
    Then socket 4 holds 0.00 kr
    Then the ledger adds up
