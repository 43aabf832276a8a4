# language: en
Feature: Captive plants, local markets and persons barred from trading

  Background:
    Given the scorecard cn-ets-power
    And these bases
      | basis   | instrument                                     | clause  | certainty | note                                                                                                                                         |
      | captive | work notice of the Ministry of 27 January 2026 | annex 1 | confirmed | An industrial company's own power plant belongs to the power sector of the national market if the plant emits at least 26,000 tonnes a year. |
    And these facts
      | fact    | label                             | type |
      | captive | captive plant of another industry | flag |
    And this reference case
      | fact                              | value |
      | captive plant of another industry | no    |

  Rule: Other requirements of the market
    Background:
      Given these findings
        | code       | finding                                                                                        | when                                                 | severity    | basis   |
        | C3.CAPTIVE | A captive plant is covered as power generation by its own units, whatever the factory produces | captive plant of another industry is yes             | observation | captive |
        | C9.LOCAL   | The same emissions are also counted in a local market                                          | same emissions also covered by a local market is yes | major       | local   |
        | S10.BARRED | Persons barred from trading trade for the entity                                               | barred persons trade for the entity is yes           | major       | barred  |

    Scenario Outline: Each finding is raised only where its condition is met
      Given captive is <captive>
      And local_counted is <local>
      And barred_trade is <barred>
      When evaluated as of 2026-11-20
      Then <c3>
      And <c9>
      And <s10>

      Examples:
        | captive | local | barred | c3                                  | c9                                       | s10                                        |
        | no      | no    | no     | no finding C3.CAPTIVE is raised     | no finding C9.LOCAL is raised            | no finding S10.BARRED is raised            |
        | yes     | no    | no     | an observation C3.CAPTIVE is raised | no finding C9.LOCAL is raised            | no finding S10.BARRED is raised            |
        | no      | yes   | no     | no finding C3.CAPTIVE is raised     | a major nonconformity C9.LOCAL is raised | no finding S10.BARRED is raised            |
        | no      | no    | yes    | no finding C3.CAPTIVE is raised     | no finding C9.LOCAL is raised            | a major nonconformity S10.BARRED is raised |

  Rule: Evidence required for each fact

    Scenario: Without a registry extract full surrender is undetermined
      Given evidence for account movements is missing
      When evaluated as of 2026-11-20
      Then gate S1 is undetermined because of account movements

    Scenario: Without a verification statement the allowances are undetermined
      Given evidence for power units is missing
      When evaluated as of 2026-11-20
      Then the quantity allowances is undetermined because of power units

    Scenario: Without a registry extract the accepted credits are undetermined
      Given evidence for credits used is missing
      When evaluated as of 2026-11-20
      Then the quantity credits_accepted is undetermined because of credits used
