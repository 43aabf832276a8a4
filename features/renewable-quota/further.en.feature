# language: en
Feature: Further examples · Consumption quota of renewable electricity
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard renewable-quota

  Rule: What the examples beside the rules leave open

    Scenario: quantity assessed assessed
      When evaluated as of 2026-02-28
      Then the quantity assessed is 1

    Scenario: quantity assessed assessed (2)
      Given last day of the year is 2026-12-31
      When evaluated as of 2027-02-28
      Then the quantity assessed is 1

    Scenario: quantity assessed assessed (3)
      Given who is a province
      When evaluated as of 2027-02-28
      Then the quantity assessed is 0

    Scenario: quantity assessed assessed (4)
      Given last day of the year is 2026-01-01
      And who is a province
      When evaluated as of 2027-02-28
      Then the rules leave the quantity assessed undetermined
      And the conclusion is incomplete
      And gate W5 is not applicable

    Scenario Outline: quantity share share that governs
      Given share_entered is no
      And who is <who> works
      When evaluated as of 2027-02-28
      Then an observation W6.SHORT is raised

      Examples:
        | who    |
        | steel  |
        | cement |

    Scenario: gate W1-N Weight without hydropower met
      Given who is missing
      When evaluated as of 2027-02-28
      Then gate W1-N is undetermined
      And gate W1-T is undetermined

    Scenario Outline: finding W7.ABOVE Share above the 70 % that is reported for 2025
      Given share entered is 70.01 %
      And who is <who> works
      When evaluated as of 2027-02-28
      Then an observation W7.ABOVE is raised

      Examples:
        | who         |
        | steel       |
        | cement      |
        | polysilicon |

    Scenario Outline: finding W7.BELOW Share outside the 25.2 % to 70 % that is reported for 2025
      Given share entered is 25.19 %
      And who is <who> works
      When evaluated as of 2027-02-28
      Then an observation W7.BELOW is raised

      Examples:
        | who         |
        | steel       |
        | cement      |
        | polysilicon |

    Scenario Outline: the plan for the country is no share of a works either
      Given who is <who>
      And area is national
      And share_entered is no
      When evaluated as of 2026-02-28
      Then the rules leave the quantity share that governs undetermined

      Examples:
        | who         |
        | steel       |
        | cement      |
        | polysilicon |
