Feature: Blocked

  The driver blocks all validators of his bus from his panel, the inspector's card blocks the one it is held to. While
  blocked nothing is registered.

  Background:
    Given a bus and an empty wallet
    And a normal card "Anna" with 20 zł
    And a controller card "Control" without a purse

  @K-10 @DK-10
  Scenario Outline: The driver blocks the validators of his bus and lifts the block
    Given I stand at the <face> validator
    When the driver blocks the validators
    Then the screen is Blocked
    And rule K-10 applied
    And rule DK-10 applied
    And the display shows "ZABLOKOWANY"
    And the lamp is on
    And I hear no beep
    When 1 h pass
    Then the screen is Blocked
    And the lamp is on
    And the clock shows 2026-11-20 09:00:00
    When I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Refused
    And the display shows "ZABLOKOWANY"
    And I hear 3 beeps
    When 5 s pass
    And I take the card away
    Then the screen is Blocked
    And card "Anna" holds 20 zł
    And card "Anna" has 0 changes
    Given I stand at the <other> validator
    Then the screen is Blocked
    Given I board bus 2
    Then the screen is Rest
    And the lamp is off
    When I tap card "Anna"
    Then I hear 1 beep
    When I board bus 1
    And the driver unblocks the validators
    Then the screen is Rest
    And rule DK-10 applied
    And the lamp is off
    When I tap card "Anna"
    Then I hear 1 beep
    And the ledger has 3 zł in Fares
    And the ledger adds up

    Examples:
      | face | other |
      | old  | new   |
      | new  | old   |

  @K-10 @DK-10
  Scenario Outline: The inspector's card blocks one validator, and lifts the block when it is applied again
    Given I stand at the <face> validator
    When I hold card "Control" against the validator
    And 49 ms pass
    Then the screen is Rest
    When 1 ms pass
    Then the screen is Blocking
    And rule K-10 applied
    And rule DK-10 applied
    And the display shows "ZABLOKOWANY"
    And I hear 1 beep
    And the lamp is on
    When 1 min pass
    Then the display shows "ZABLOKOWANY"
    And I hear no beep
    When I take the card away
    Then the screen is Blocked
    And the lamp is on
    And card "Control" has 0 changes
    When I tap card "Anna"
    Then I hear 3 beeps
    Given I stand at the <other> validator
    Then the screen is Rest
    Given I stand at the <face> validator
    When I hold card "Control" against the validator
    And 50 ms pass
    Then the screen is Blocking
    And the display shows "ODBLOKOWANY"
    And I hear 1 beep
    When 1 s pass
    And I take the card away
    Then the screen is Rest
    And the lamp is off
    When I tap card "Anna"
    Then I hear 1 beep
    And card "Anna" holds 17 zł

    Examples:
      | face | other |
      | old  | new   |
      | new  | old   |

  @DK-10
  Scenario Outline: Driver and inspector undo what the other did
    Given I stand at the <face> validator
    When I tap card "Control"
    And the driver unblocks the validators
    Then the screen is Rest
    And rule DK-10 applied
    When the driver blocks the validators
    And I tap card "Control"
    Then the screen is Rest
    And rule DK-10 applied
    Given I stand at the <other> validator
    Then the screen is Blocked

    Examples:
      | face | other |
      | old  | new   |
      | new  | old   |

  @K-10 @DK-10
  Scenario Outline: Neither entry nor exit is registered while blocked
    Given I stand at the <face> validator
    And a free card "Senior" with 0 zł
    And I tap card "Anna"
    And the bus goes to stop 4
    When the driver blocks the validators
    And I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Refused
    And rule K-10 applied
    And I hear 3 beeps
    And rule DK-10 applied
    When I take the card away
    And I tap card "Senior"
    Then I hear 3 beeps
    And card "Senior" has 0 changes
    And card "Senior" holds no valid ride
    And card "Anna" holds 17 zł
    And card "Anna" holds a valid ride
    And the ledger has 3 zł in Advances
    When the driver unblocks the validators
    And I tap card "Anna"
    Then I hear 1 beep
    And card "Anna" holds 17.50 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-30 @DK-10 @K-06
  Scenario Outline: While blocked N and U do not wait for a card, S does
    Given I stand at the <face> validator
    And the driver blocks the validators
    When I choose Normal
    Then the screen is Blocked
    And rule DK-30 applied
    When I choose Reduced
    Then the screen is Blocked
    When I choose Check
    Then the screen is ArmedCheck
    And the display shows "ZBLIŻ KARTĘ"
    When I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Page
    And rule K-06 applied
    And I hear 2 beeps
    When 1 s pass
    And I take the card away
    Then the screen is Blocked
    And card "Anna" has 0 changes

    Examples:
      | face |
      | old  |
      | new  |

  @DK-10 @DK-30
  Scenario Outline: The check can be blocked, too
    Given I stand at the <face> validator
    And the setting validator.status_while_blocked is no
    When I choose Check
    Then the screen is ArmedCheck
    When the driver blocks the validators
    Then the screen is Blocked
    And rule DK-30 applied
    When I choose Check
    Then the screen is Blocked
    And rule DK-10 applied
    When I tap card "Anna"
    Then I hear 3 beeps

    Examples:
      | face |
      | old  |
      | new  |

  @DK-30
  Scenario Outline: A block disarms N and U and leaves S
    Given I stand at the <face> validator
    When I choose <field>
    And the driver blocks the validators
    Then the screen is <blocked>
    And rule DK-30 applied
    When the driver unblocks the validators
    Then the screen is <unblocked>

    Examples:
      | face | field   | blocked    | unblocked  |
      | old  | Normal  | Blocked    | Rest       |
      | old  | Reduced | Blocked    | Rest       |
      | old  | Check   | ArmedCheck | ArmedCheck |
      | new  | Normal  | Blocked    | Rest       |
      | new  | Reduced | Blocked    | Rest       |
      | new  | Check   | ArmedCheck | ArmedCheck |

  @DK-30
  Scenario Outline: A card that is being served is served to its end
    Given I stand at the <face> validator
    When I hold card "Anna" against the validator
    And <before> ms pass
    And the driver blocks the validators
    Then rule DK-30 applied
    And the screen is Writing
    When 400 ms pass
    Then the screen is Taken
    And card "Anna" holds 17 zł
    When I take the card away
    Then the screen is Blocked
    When I tap card "Anna"
    Then I hear 3 beeps
    And card "Anna" has 1 changes

    Examples:
      | face | before |
      | old  | 50     |
      | old  | 399    |
      | new  | 50     |
      | new  | 399    |

  @DK-30 @DK-10 @K-22
  Scenario Outline: A block ends the wait for a card in the pocket, and refuses another, but lets a transfer end
    Given I stand at the <face> validator
    And I order a top-up of 20 zł for card "Anna"
    When I choose Top-up
    And the driver blocks the validators
    Then the screen is Blocked
    And rule DK-30 applied
    When I choose Top-up
    Then the screen is <refused>
    When the driver unblocks the validators
    And 6 s pass
    And I choose Top-up
    And I put card "Anna" in the pocket
    And 50 ms pass
    And the driver blocks the validators
    Then the screen is TopUpRun
    When 3 s pass
    Then the screen is Orders
    And rule K-22 applied
    And card "Anna" holds 40 zł
    When I take the card out of the pocket
    Then the screen is Blocked

    Examples:
      | face | refused    |
      | old  | ArmedCheck |
      | new  | Blocked    |

  @K-10
  Scenario Outline: A block outlasts a power cut
    Given I stand at the <face> validator
    And the driver blocks the validators
    When the power fails
    And the power is back
    Then the screen is Blocked
    And the lamp is on
    When I tap card "Anna"
    Then I hear 3 beeps
    And rule K-10 applied

    Examples:
      | face |
      | old  |
      | new  |
