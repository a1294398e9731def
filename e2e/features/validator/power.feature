Feature: A card that was there when the power came back

  A card that lies at the front or in the pocket when the validator comes up has not been presented. Nothing happens with
  it until it has left once.

  Background:
    Given a bus and an empty wallet
    And a normal card "Anna" with 20 zł

  @DK-38 @K-15
  Scenario Outline: A card at the front is not served until it has left
    Given I stand at the <face> validator
    When the power fails
    And I hold card "Anna" against the validator
    And the power is back
    And 5 s pass
    Then the screen is TakeAway
    And rule DK-38 applied
    And the display shows "ODSUŃ KARTĘ"
    And I hear no beep
    And the lamp is off
    And card "Anna" has 0 changes
    When I choose Normal
    Then the screen is TakeAway
    When I take the card away
    Then the screen is ArmedNormal
    And rule DK-38 applied
    When I tap card "Anna"
    Then I hear 1 beep
    And rule DK-38 did not apply
    And card "Anna" holds 17 zł
    And card "Anna" has 1 changes
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @DK-38 @K-22 @DK-24
  Scenario Outline: Nothing is transferred to a card in the pocket until it has left
    Given I stand at the <face> validator
    And I order a top-up of 30 zł for card "Anna"
    When the power fails
    And I put card "Anna" in the pocket
    And the power is back
    And 5 s pass
    Then the screen is TakeAway
    And rule DK-38 applied
    When I choose Top-up
    And 20 s pass
    Then the screen is TakeAway
    And card "Anna" holds 20 zł
    When I take the card out of the pocket
    Then the screen is Rest
    When I choose Top-up
    And I put card "Anna" in the pocket
    And 3050 ms pass
    Then the screen is Orders
    And card "Anna" holds 50 zł
    And card "Anna" has 1 changes
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @DK-38 @K-09 @DK-29
  Scenario Outline: What the power cut interrupted is found out as after a tear
    Given I stand at the <face> validator
    When I hold card "Anna" against the validator
    And <held> ms pass
    And the power fails
    And the power is back
    And 1 s pass
    Then the screen is TakeAway
    And card "Anna" has <changes> changes
    When I take the card away
    And I choose Check
    And I hold card "Anna" against the validator
    And 1 s pass
    Then the screen is Page
    And the display shows "<ride>"
    And rule DK-37 applied
    When I take the card away
    And I hold card "Anna" against the validator
    And 1 s pass
    Then the screen is Taken
    And I hear 1 beep
    And rule DK-29 applied
    And card "Anna" holds 17 zł
    And card "Anna" has 1 changes
    And the ledger adds up

    Examples:
      | face | held | changes | ride          |
      | old  | 249  | 0       | NIEZAREJESTR. |
      | new  | 249  | 0       | NIEZAREJESTR. |
      | old  | 250  | 1       | SKASOWANO N1  |
      | new  | 250  | 1       | SKASOWANO N1  |

  @DK-38 @K-10 @K-11
  Scenario Outline: An inspector's card that was there blocks nothing, and a foreign one is air
    Given I stand at the <face> validator
    And a <kind> card "Other" without a purse
    When the power fails
    And I hold card "Other" against the validator
    And the power is back
    And 5 s pass
    Then the screen is <screen>
    And rule DK-38 <applied>
    And the lamp is off
    When I take the card away
    Then the screen is Rest

    Examples:
      | face | kind       | screen   | applied       |
      | old  | controller | TakeAway | applied       |
      | new  | controller | TakeAway | applied       |
      | old  | foreign    | Rest     | did not apply |
      | new  | foreign    | Rest     | did not apply |

  @DK-38 @K-10
  Scenario Outline: A block is shown before the request, and so is that the validator is out of service
    Given I stand at the <face> validator
    And the setting bus.boot_ms is 10000
    And the driver blocks the validators
    When the power fails
    And I hold card "Anna" against the validator
    And the power is back
    And 5 s pass
    Then the screen is Blocked
    When 6 s pass
    Then the screen is Blocked
    When the driver unblocks the validators
    Then the screen is TakeAway
    And the display shows "ODSUŃ KARTĘ"
    When I take the card away
    Then the screen is Rest
    And rule DK-38 applied

    Examples:
      | face |
      | old  |
      | new  |

  @DK-38
  Scenario Outline: The display asks in its language
    Given I stand at the <face> validator
    And the setting validator.device_lang is <language>
    When the power fails
    And I hold card "Anna" against the validator
    And the power is back
    And 1 s pass
    Then the display shows "<words>"
    And rule DK-38 applied

    Examples:
      | face | language | words          |
      | old  | en       | TAKE CARD AWAY |
      | new  | nb       | TA BORT KORTET |
      | old  | pl       | ODSUŃ KARTĘ    |
