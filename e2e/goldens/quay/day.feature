@kept @saved @cards
Feature: Golden sessions of the quay

  A long day: loads on both pedestals, boats that draw, an amount in suspense, an interrupted card, settings, the desk,
  a power cut, cards that are destroyed, lost and thrown away.

  Scenario: day
    Given the marina as it opens
    And a card "Blue" with 120.50 kr
    And a card "Red" with 300 kr
    And a card "Green" with 90 kr
    And a card "Leaving" with 55.25 kr
    And a blocked card "Barred" with 40 kr
    And the setting pedestal.inactivity_ms is 8000
    And the setting pedestal.step_ore is 500
    And the setting pedestal.price_ore_per_kwh is 250
    And it is 2026-11-23 09:15:00
    When I put card "My card" in the holder
    And I press socket 2
    And I press socket 2, 12 times
    And I press Enter
    And 5 s pass
    Then the screen is RemoveCard
    When I take the card out
    Then socket 2 holds 60 kr
    When I plug the boat into socket 2
    And I switch the heater of the boat at socket 2 on
    And I switch the fridge of the boat at socket 2 on
    And 47 min pass
    And 12345 ms pass
    Then socket 2 is on

    # An amount in suspense: the card took the load, the pedestal could not know.
    When I put card "Blue" in the holder
    And I press socket 3
    And I press socket 3, 4 times
    And I press Enter
    And 4950 ms pass
    And I take the card out
    Then the screen is Interrupted
    And the ledger has 20 kr in Suspense
    When 61 s pass
    Then the screen is Welcome
    And card "Blue" is valid

    # An interrupted card: its mark stays until the desk resets it.
    When I put card "Green" in the holder
    And I press socket 4
    And I press socket 4, 2 times
    And I press Enter
    And 2 s pass
    And I take the card out
    And 61 s pass
    Then card "Green" is invalid
    And the ledger has 150 kr in Frozen

    # Cards that do not serve.
    When I put card "Gym card" in the holder
    Then the screen is InvalidCard
    When I take the card out
    And I put card "Spoilt card" in the holder
    Then the screen is InvalidCard
    When I take the card out
    And I put card "Other marina" in the holder
    And 1 s pass
    And I take the card out
    And the desk reads card "Blue"
    Then that is accepted

    # The other pedestal: a load, a second owner, a return of all.
    When I walk to pedestal 2
    And I put card "Guest card" in the holder
    And I press socket 1
    And I press socket 1, 20 times
    And I press Enter
    And 5 s pass
    And I take the card out
    And I plug the boat into socket 1
    And I switch the kettle of the boat at socket 1 on
    And I put card "Red" in the holder
    And I press socket 2
    And I press socket 2, 10 times
    And I press Enter
    And 5 s pass
    And I take the card out
    And 13 min pass
    And I put card "Red" in the holder
    And I press socket 2
    And I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And 5 s pass
    Then card "Red" holds 300 kr
    When I take the card out
    And I put card "Red" in the holder
    And I press socket 3
    And I press socket 3, 6 times
    And I press Enter
    And 5 s pass
    And I take the card out
    And I put card "Red" in the holder
    And I press socket 4
    And I press socket 4, 3 times
    And I press Enter
    And 4960 ms pass
    And I take the card out
    And 61 s pass
    And I lose card "Red"
    And the desk writes off card "Red"
    Then that is accepted
    When the desk releases socket 3
    Then that is accepted

    # The desk.
    When the desk loads 200 kr onto card "Empty card"
    And the desk pays out card "Leaving"
    And I throw card "Leaving" away
    And I rename card "Empty card" to "Full card"
    And I punch a hole in card "Barred"
    And the desk resets card "Spoilt card"
    And the desk loads 5 kr onto card "Green"
    Then that is refused: "have it reset first"

    # A power cut while boats draw, and another suspense that stays open.
    When the power fails
    And 3 min pass
    And the power is back
    And 90 s pass
    And I walk to pedestal 1
    And I put card "Full card" in the holder
    And I press socket 4
    And I press socket 4, 8 times
    And I press Enter
    And 4940 ms pass
    And I take the card out
    And 61 s pass
    Then the ledger has 40 kr in Suspense
    When the setting pedestal.tear_policy is forfeit
    And the setting ui.device_lang is nb
    And the setting desk.enforce_hours is yes
    And the setting reader.detect_ms is 120
    And I switch the heater of the boat at socket 2 off
    And 21 min pass
    And I put card "My card" in the holder
    And 500 ms pass
    And I press socket 2
    And 777 ms pass
    Then the screen is OutletStatus
    And the ledger adds up
