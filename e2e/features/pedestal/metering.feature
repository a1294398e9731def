Feature: Power is delivered in kilowatt-hours and paid from the credit

  Every watt-hour costs the price of a kilowatt-hour in thousandths of an øre. A battery charger of 500 W uses one
  watt-hour in 7.2 seconds.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And I plug the boat into socket 2
    And I switch the fridge of the boat at socket 2 off

  @P-24 @DP-21
  Scenario: A watt-hour costs two tenths of an øre and a kilowatt-hour two crowns
    Given card "Blue" has loaded 30 kr onto socket 2
    Then the boat at socket 2 draws 500 W
    When 7199 ms pass
    Then socket 2 holds 30 kr
    And rule P-24 did not apply
    When 1 ms pass
    Then rule P-24 applied
    And rule DP-21 applied
    And socket 2 holds 29.998 kr
    And the ledger has 0.002 kr in Consumed
    When 7200 ms pass
    Then socket 2 holds 29.996 kr
    And the ledger has 0.004 kr in Consumed
    When 7185600 ms pass
    Then socket 2 holds 28 kr
    And the ledger has 2 kr in Consumed
    And socket 2 is on
    When I press socket 2
    Then the display shows "Credit 28.00 kr"
    And the display shows "Energy 14.000 kWh"
    And the ledger adds up


  @P-25 @P-24 @DP-20 @DP-21
  Scenario: Ten crowns last for five kilowatt-hours, and then the socket switches off
    Given card "Blue" has loaded 10 kr onto socket 2
    When 35999999 ms pass
    Then socket 2 is on
    And socket 2 holds 0.002 kr
    When 1 ms pass
    Then socket 2 is off
    And rule P-25 applied
    And socket 2 holds 0 kr
    And the boat at socket 2 draws 0 W
    And the ledger has 10 kr in Consumed
    And the ledger adds up
    When 24 h pass
    Then the ledger has 10 kr in Consumed
    And socket 2 is off

  @P-11 @P-12 @P-25 @DP-09
  Scenario: A socket is in use down to the last fraction of an øre, and then free for everybody
    Given a card "Red" with 50 kr
    And card "Blue" has loaded 10 kr onto socket 2
    When 35999999 ms pass
    And I put card "Red" in the holder
    And I press socket 2
    Then the screen is Busy
    And rule P-11 applied
    When 1 ms pass
    And I press socket 2
    Then the screen is OutletStatus
    And rule P-12 applied
    And the display shows "Pedestal 0.00 kr"
    When I press socket 2
    And I press Enter
    And 5 s pass
    Then socket 2 is on
    And socket 2 holds 10 kr


  @P-24 @DP-21
  Scenario: A change of price counts from the next watt-hour on
    Given card "Blue" has loaded 30 kr onto socket 2
    When 7200 ms pass
    And 7199 ms pass
    And the setting pedestal.price_ore_per_kwh is 300
    Then socket 2 holds 29.998 kr
    When 1 ms pass
    Then socket 2 holds 29.995 kr
    And the ledger has 0.005 kr in Consumed
    And the ledger adds up

  @P-25 @DP-09 @DP-21 @DP-33
  Scenario: The last watt-hour is paid with what is left, and then nothing is given back
    Given a card "Red" with 50 kr
    And the setting pedestal.step_ore is 1
    And the setting pedestal.price_ore_per_kwh is 300
    And card "Blue" has loaded 0.01 kr onto socket 2
    When 21600 ms pass
    Then socket 2 holds 0.001 kr
    And socket 2 is on
    When 7200 ms pass
    Then socket 2 holds 0 kr
    And socket 2 is off
    And rule P-25 applied
    And the ledger has 0.01 kr in Consumed
    And the ledger adds up
    When the power fails
    And the power is back
    Then socket 2 is off
    And the ledger has 0.01 kr in Consumed
    When I put card "Red" in the holder
    And I press socket 2
    Then the screen is OutletStatus

  @P-24
  Scenario: Only a live socket with a plugged boat uses credit
    Given card "Blue" has loaded 30 kr onto socket 1
    Then the boat at socket 2 draws 0 W
    And the boat at socket 1 draws 0 W
    When 2 h pass
    Then socket 1 holds 30 kr
    And the ledger has 0 kr in Consumed
    When I plug the boat into socket 1
    Then the boat at socket 1 draws 560 W
    When 1 h pass
    And I unplug the boat from socket 1
    Then socket 1 holds 28.88 kr
    When 1 h pass
    Then socket 1 holds 28.88 kr
    And socket 1 is on
    And the ledger adds up

  @P-14 @P-23 @P-24 @DP-20
  Scenario: The socket stays on and the boat goes on drawing while more is loaded
    Given card "Blue" has loaded 10 kr onto socket 2
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 2 times
    And I hold Enter down
    Then the screen is Updating
    When 4999 ms pass
    And I let go of Enter
    Then the screen is Updating
    And socket 2 is on
    And socket 2 holds 10 kr
    When 2201 ms pass
    Then the screen is RemoveCard
    And socket 2 is on
    And socket 2 holds 29.998 kr
    And card "Blue" holds 70 kr
    And the ledger has 0.002 kr in Consumed
    And the ledger adds up

  @P-15 @P-24 @DP-13
  Scenario: Metering goes on until the update of a return begins, and the rest below one øre is rounding
    Given card "Blue" has loaded 30 kr onto socket 2
    When 21600 ms pass
    And I put card "Blue" in the holder
    And I press socket 2
    And I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    Then socket 2 holds 29.994 kr
    When 3 s pass
    Then the screen is Updating
    And socket 2 is off
    And the boat at socket 2 draws 0 W
    And socket 2 holds 29.992 kr
    When 5 s pass
    Then the screen is RemoveCard
    And card "Blue" holds 99.99 kr
    And socket 2 holds 0 kr
    And the ledger has 0.002 kr in Rounding
    And the ledger has 0.008 kr in Consumed
    And the ledger adds up

  @P-25 @DP-13
  Scenario: Credit that runs out before a staged return begins leaves nothing to return
    Given the setting pedestal.step_ore is 1
    And the setting pedestal.price_ore_per_kwh is 1000
    And card "Blue" has loaded 0.01 kr onto socket 2
    When 100 ms pass
    And I put card "Blue" in the holder
    And I press socket 2
    And I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    Then the display shows "All back to the card"
    When 2999 ms pass
    Then socket 2 is off
    And rule P-25 applied
    When 6 s pass
    And I take the card out
    Then card "Blue" is valid
    And card "Blue" holds 99.99 kr
    And socket 2 holds 0 kr
    And the ledger has 0.01 kr in Consumed
    And the ledger adds up

  @refusal @P-24
  Scenario: A socket's fuse does not carry everything at once
    Given card "Blue" has loaded 30 kr onto socket 2
    When I switch the heater of the boat at socket 2 on
    Then the boat at socket 2 draws 2000 W
    When I switch the kettle of the boat at socket 2 on
    Then that is refused: "4200 W; its fuse allows 3680 W"
    And the boat at socket 2 draws 2000 W

  @DP-39 @P-24
  Scenario: A socket shows what it has delivered since it was last free
    Given a card "Red" with 50 kr
    And card "Blue" has loaded 10 kr onto socket 2
    Then socket 2 has delivered 0 kWh
    And the ledger shows 0 kWh delivered
    When 7199 ms pass
    Then socket 2 has delivered 0 kWh
    When 1 ms pass
    Then socket 2 has delivered 0.001 kWh
    And the ledger shows 0.001 kWh delivered
    When 28800 ms pass
    And card "Blue" has loaded 10 kr onto socket 2
    Then socket 2 has delivered 0.005 kWh
    When 20 h pass
    Then socket 2 is off
    And socket 2 has delivered 10 kWh
    And the ledger shows 10 kWh delivered
    And the ledger has 20 kr in Consumed
    When card "Red" has loaded 10 kr onto socket 2
    Then socket 2 has delivered 0 kWh
    When 36 s pass
    Then socket 2 has delivered 0.005 kWh
    And the ledger shows 10.005 kWh delivered
    When I walk to pedestal 2
    Then socket 2 has delivered 0 kWh
    And the ledger shows 10.005 kWh delivered

  @DP-39 @DP-33
  Scenario: A power cut gives credit back, but not the energy
    Given card "Blue" has loaded 10 kr onto socket 2
    When 64800 ms pass
    Then socket 2 has delivered 0.009 kWh
    When the power fails
    Then the ledger has 0 kr in Consumed
    And socket 2 holds 10 kr
    And socket 2 has delivered 0.009 kWh
    And the ledger shows 0.009 kWh delivered
    When the power is back
    And 7200 ms pass
    Then socket 2 has delivered 0.010 kWh
    And socket 2 holds 9.998 kr
    And the ledger adds up

  @DP-39 @DP-31
  Scenario: A load whose outcome was in doubt begins anew at a free socket
    Given the setting pedestal.step_ore is 1
    And card "Blue" has loaded 0.01 kr onto socket 2
    When 1 min pass
    Then socket 2 is off
    And socket 2 has delivered 0.005 kWh
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 4 times
    And I press Enter
    And 4950 ms pass
    And I take the card out
    And 61 s pass
    Then the screen is Welcome
    And the ledger has 0.04 kr in Suspense
    And socket 2 has delivered 0 kWh
    When I put card "Blue" in the holder
    Then rule DP-31 applied
    And socket 2 holds 0.04 kr
    And socket 2 has delivered 0 kWh
    When 7200 ms pass
    Then socket 2 has delivered 0.001 kWh
    And the ledger shows 0.006 kWh delivered
