Feature: Settings

  Every number can be changed within its bounds. What is running keeps the numbers it began with.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr

  @P-16 @DP-05 @refusal
  Scenario Outline: A nonsense setting is refused with its bounds
    When the setting <assignment>
    Then that is refused: "<sentence>"

    Examples:
      | assignment                         | sentence                                                                  |
      | pedestal.pause_ms is 5000          | pedestal.pause_ms cannot be 5000: it must lie between 500 and 4999        |
      | pedestal.pause_ms is 499           | pedestal.pause_ms cannot be 499: it must lie between 500 and 4999         |
      | pedestal.inactivity_ms is 3000     | pedestal.inactivity_ms cannot be 3000: it must lie between 3001 and 60000 |
      | pedestal.hold_dead_zone_ms is 5000 | pedestal.hold_dead_zone_ms cannot be 5000: it must lie between 0 and 4999 |
      | pedestal.final_write_ms is 5001    | pedestal.final_write_ms cannot be 5001: it must lie between 0 and 5000    |
      | pedestal.step_ore is 0             | pedestal.step_ore cannot be 0: it must lie between 1 and 50000            |
      | pedestal.price_ore_per_kwh is 0    | pedestal.price_ore_per_kwh cannot be 0: it must lie between 1 and 100000  |

  @P-16 @DP-05
  Scenario Outline: The short pause can be as long as its bounds allow
    Given the setting pedestal.pause_ms is <pause>
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1
    And <before> pass
    Then the screen is OutletStatus
    When 1 ms pass
    Then the screen is Updating

    Examples:
      | pause | before  |
      | 500   | 499 ms  |
      | 4999  | 4998 ms |

  @P-07 @P-15 @DP-05 @DP-11
  Scenario: The five seconds of inactivity and of the hold can be changed
    Given card "Blue" has loaded 30 kr onto socket 2
    And the setting pedestal.inactivity_ms is 10000
    And the setting pedestal.hold_ms is 2000
    When I put card "Blue" in the holder
    And I press socket 2
    And 10000 ms pass
    Then the screen is OutletStatus
    When I hold socket 2 down
    And 1999 ms pass
    Then the display does not show "All back to the card"
    When 1 ms pass
    Then the display shows "All back to the card"
    When I let go of socket 2
    And I press Back
    And 10000 ms pass
    Then the screen is ServiceSelect
    When 1 ms pass
    Then the screen is Welcome

  @P-14 @DP-12
  Scenario: What one press moves can be changed
    Given the setting pedestal.step_ore is 2500
    When I put card "Blue" in the holder
    And I press socket 1
    Then the display shows "1: +25.00 kr"
    When I press socket 1, 2 times
    Then the display shows "Load +50.00 kr"
    When 8 s pass
    Then card "Blue" holds 50 kr
    And socket 1 holds 50 kr

  @P-17 @DP-15 @DP-34
  Scenario: An update keeps its length and its amount when the settings change under it
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1, 2 times
    And I press Enter
    And 1 s pass
    And the setting pedestal.update_ms is 20000
    And the setting pedestal.step_ore is 2500
    Then rule DP-34 applied
    When 3999 ms pass
    Then the screen is Updating
    When 1 ms pass
    Then the screen is RemoveCard
    And socket 1 holds 20 kr
    And card "Blue" holds 80 kr
    When I take the card out
    And I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1
    And I press Enter
    And 19999 ms pass
    Then the screen is Updating
    When 1 ms pass
    Then the screen is RemoveCard
    And socket 1 holds 45 kr

  @P-16 @P-17 @DP-05 @DP-34
  Scenario: A pause that becomes shorter runs from the change on, and the update still takes its time
    Given the setting pedestal.inactivity_ms is 60000
    And the setting pedestal.pause_ms is 50000
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1
    And 40 s pass
    And the setting pedestal.pause_ms is 3000
    Then the screen is OutletStatus
    And rule P-16 did not apply
    When 3 s pass
    Then the screen is Updating
    When 4999 ms pass
    Then the screen is Updating
    And socket 1 holds 0 kr
    When 1 ms pass
    Then the screen is RemoveCard
    And socket 1 holds 10 kr

  @P-19 @P-21 @DP-16 @DP-17 @DP-34
  Scenario: An interrupted update keeps its minute and its tear policy when the settings change
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1, 2 times
    And I press Enter
    And 2500 ms pass
    And I take the card out
    And the setting pedestal.recovery_ms is 1000
    And the setting pedestal.tear_policy is forfeit
    And 60000 ms pass
    Then the screen is Interrupted
    When 1 ms pass
    Then the screen is Welcome
    When the desk resets card "Blue"
    Then card "Blue" holds 100 kr
    And the ledger has 0 kr in Lost
    And the ledger adds up

  @P-19 @DP-15 @DP-16 @DP-32 @DP-34
  Scenario: After a power cut and a change of settings the update still keeps its own numbers
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1, 2 times
    And I press Enter
    And 2500 ms pass
    And the power fails
    And I take the card out
    And the setting pedestal.recovery_ms is 1000
    And the setting pedestal.update_ms is 20000
    And the power is back
    And 60000 ms pass
    Then the screen is Interrupted
    When I put card "Blue" in the holder
    And 4999 ms pass
    Then the screen is Updating
    When 1 ms pass
    Then the screen is RemoveCard
    And socket 1 holds 20 kr

  @P-19 @DP-16
  Scenario: The time to put the card back can be changed for updates to come
    Given the setting pedestal.recovery_ms is 10000
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1
    And I press Enter
    And 2500 ms pass
    And I take the card out
    Then the display shows "within 10 s"
    When 10000 ms pass
    Then the screen is Interrupted
    When 1 ms pass
    Then the screen is Welcome
    And card "Blue" is invalid

  @P-17 @off-chip-slow-reader
  Scenario Outline: A slow reader makes an update late, never early
    Given the setting reader.write_ms is <write>
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1
    And I press Enter
    And 5000 ms pass
    Then the screen is Updating
    And socket 1 holds 0 kr
    When <rest> pass
    Then the screen is Updating
    When 1 ms pass
    Then the screen is RemoveCard
    And socket 1 holds 10 kr
    And card "Blue" holds 90 kr
    And the ledger adds up

    Examples:
      | write | rest    |
      | 1000  | 663 ms  |
      | 6000  | 7127 ms |
