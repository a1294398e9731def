Feature: Journeys

  What a passenger does on a bus, from boarding to getting off, on either type of validator.

  Background:
    Given the buses as they open

  @K-07 @K-13
  Scenario Outline: Boarding at stop 2, riding four stops and getting the difference back
    Given I stand at the <face> validator
    And the bus goes to stop 2
    When I hold card "Anna" against the validator
    And 1 s pass
    Then the display shows "POBRANO 3,00 zł"
    And the display shows "STAN 47,00 zł"
    And rule K-07 applied
    And I hear 1 beep
    When I take the card away
    Then card "Anna" holds a valid ride
    When the bus goes to stop 6
    And I hold card "Anna" against the validator
    And 1 s pass
    Then the display shows "ZWROT 0,60 zł"
    And the display shows "STAN 47,60 zł"
    And rule K-13 applied
    And I hear 1 beep
    When I take the card away
    Then the screen is Rest
    And the ledger has 2.40 zł in Fares
    And the ledger has 0 zł in Advances
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @K-05 @K-20
  Scenario Outline: A ticket for a friend with U
    Given I stand at the <face> validator
    When I tap card "Anna"
    And I choose Reduced
    Then the display shows "ULGOWY 1,50zł"
    And rule K-05 applied
    When I tap card "Anna"
    Then I hear 1 beep
    And rule K-20 applied
    And card "Anna" carries 1 normal and 1 reduced tickets
    When the bus goes to stop 3
    And I tap card "Anna"
    Then I hear 1 beep
    And card "Anna" holds 46.55 zł
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @K-06
  Scenario Outline: Checking the card with S
    Given I stand at the <face> validator
    When I choose Check
    And I hold card "Commuter" against the validator
    And 50 ms pass
    Then the display shows "WAŻNY 09-12-2026"
    And rule K-06 applied
    And I hear 2 beeps
    When 2 s pass
    Then the display shows "STAN 20,00 zł"
    When 2 s pass
    Then the display shows "NIEZAREJESTR."
    When I take the card away
    Then the screen is Rest

    Examples:
      | face |
      | old  |
      | new  |

  @K-09
  Scenario Outline: Pulling the card away too fast and finding out what happened
    Given I stand at the <face> validator
    When I hold card "Anna" against the validator for 300 ms
    Then the display shows "Sprawdź operację"
    And rule K-09 applied
    And I hear 3 beeps
    When I choose Check
    And I hold card "Anna" against the validator
    And 1 s pass
    Then the display shows "SKASOWANO N1"
    When I take the card away
    Then card "Anna" holds 47 zł
    And card "Anna" holds a valid ride
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @K-22
  Scenario Outline: Fetching what was ordered on the web
    Given I stand at the <face> validator
    When I choose Top-up
    And I put card "Web shopper" in the pocket
    And 4 s pass
    Then the display shows "Pobrano 2 trans."
    And the display shows "STAN 32,00 zł"
    And rule K-22 applied
    And I hear 1 beep
    When I take the card out of the pocket
    And I tap card "Web shopper"
    Then I hear 1 beep
    And card "Web shopper" holds 32 zł
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @K-10
  Scenario Outline: Meeting a blocked validator
    Given I stand at the <face> validator
    When <blocked>
    Then the screen is Blocked
    And rule K-10 applied
    And the lamp is on
    When I tap card "Anna"
    Then I hear 3 beeps
    And card "Anna" holds 50 zł
    When <unblocked>
    And I tap card "Anna"
    Then I hear 1 beep

    Examples:
      | face | blocked                          | unblocked                          |
      | old  | the driver blocks the validators | the driver unblocks the validators |
      | new  | the driver blocks the validators | the driver unblocks the validators |
      | old  | I tap card "Controller"          | I tap card "Controller"            |
      | new  | I tap card "Controller"          | I tap card "Controller"            |
      | old  | I tap card "Controller"          | the driver unblocks the validators |
      | new  | the driver blocks the validators | I tap card "Controller"            |

  @K-13 @DK-13
  Scenario: Both types side by side, and a change of bus
    Given I stand at the old validator of bus 1
    When I tap card "Anna"
    And I stand at the new validator
    And I tap card "Student"
    And the bus goes to stop 4
    And I tap card "Anna"
    Then card "Anna" holds 47.70 zł
    Given I stand at the old validator
    When I tap card "Student"
    Then card "Student" holds 18.75 zł
    And rule K-13 applied
    Given I board bus 2
    When I tap card "Student"
    And the bus goes to the next stop
    And I tap card "Student"
    Then card "Student" holds 17.50 zł
    And rule DK-13 applied
    And the ledger has 4.80 zł in Fares
    And the ledger adds up

  @K-12
  Scenario Outline: The inspector looks at cards
    Given I stand at the <face> validator
    When I tap card "Anna"
    And the inspector checks card "Anna"
    Then the inspector finds "Anna (number 5001): valid, a ticket from the purse is registered here. Tickets on this ride: 1 normal, 0 reduced."
    When the inspector checks card "Student"
    Then the inspector finds "NOT VALID, nothing is registered here"
    When the inspector checks card "Commuter"
    Then the inspector finds "NOT VALID, a period ticket until 2026-12-09, not registered on this ride (K-12)"
    When I tap card "Commuter"
    Then rule K-12 applied
    When the inspector checks card "Commuter"
    Then the inspector finds "valid, a period ticket is registered here"
    When I tap card "Senior"
    And the inspector checks card "Senior"
    Then the inspector finds "valid, free travel is registered here"
    When the inspector checks card "Reported lost"
    Then the inspector finds "NOT VALID, the card is reported lost"
    When the inspector checks card "Gym card"
    Then the inspector finds "NOT VALID, the card is foreign"
    When the bus goes to stop 3
    And I tap card "Anna"
    And the inspector checks card "Anna"
    Then the inspector finds "NOT VALID, the exit from this ride is registered"

    Examples:
      | face |
      | old  |
      | new  |
