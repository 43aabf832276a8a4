# language: en
Feature: Renewable electricity share
  Electricity that the factory generated or received over a direct connection counts as renewable if its attributes
  are retained. Traded electricity and unbundled certificates also need a green certificate that was cancelled during
  its validity. The share of all energy that factories publish is a different number and never decides a star.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact             | label            | type   | unit | at least | evidence                        |
      | electricity_used | electricity used | number | MWh  | 0        | meter-reading, electricity-bill |
    And each supply has
      | field              | label                             | type   | unit | one of                                       | at least | may not apply |
      | supply_number      | supply number                     | text   |      |                                              |          |               |
      | origin             | origin                            | choice |      | own_use, direct_wire, green_trade, unbundled |          |               |
      | delivered          | electricity delivered             | number | MWh  |                                              | 0        |               |
      | generated_on       | generation date                   | date   |      |                                              |          |               |
      | attributes_kept    | environmental attributes retained | flag   |      |                                              |          |               |
      | certificate_number | certificate number                | text   |      |                                              |          | yes           |
      | cancelled_on       | cancellation date                 | date   |      |                                              |          | yes           |
    And the choices of origin
      | value       | words                 |
      | own_use     | own generation        |
      | direct_wire | direct connection     |
      | green_trade | green power trade     |
      | unbundled   | unbundled certificate |
    And supply is called renewable supply
    And these facts
      | fact        | label          | type                     | evidence                                                                     |
      | green_power | supply records | list of renewable supply | meter-reading, electricity-bill, power-purchase-agreement, green-certificate |
    And no two supply records share a supply number
    And no two supply records share a certificate number

  Rule: Eligible renewable electricity
    Background:
      Given the quantity renewable electricity counted (renewable_electricity), in MWh, the sum of electricity delivered over supply records
        | where                                                                                                                                                                                                                                                                                                                                                                                        | basis                           |
        | origin is one of own generation, direct connection; environmental attributes retained is yes; generation date is within claim year                                                                                                                                                                                                                                                           | electricity-share               |
        | origin is one of green power trade, unbundled certificate; environmental attributes retained is yes; generation date is before 2024-01-01; cancellation date is until 2025-12-31; generation date is until the end of claim year; cancellation date is within claim year plus 1 year; cancellation date is until the as-of date; certificate number is not N/A                               | gec-validity, electricity-share |
        | origin is one of green power trade, unbundled certificate; environmental attributes retained is yes; generation date is from 2024-01-01; cancellation date is before the month of generation date plus 2 years; generation date is until the end of claim year; cancellation date is within claim year plus 1 year; cancellation date is until the as-of date; certificate number is not N/A | gec-validity, electricity-share |

    Scenario Outline: Own generation and direct connection count if attributes are retained and the claim year matches
      Given supply records are
        | supply number | origin   | electricity delivered | generation date | environmental attributes retained | certificate number | cancellation date |
        | S-1           | <origin> | 10000 MWh             | <generated>     | <kept>                            | not applicable     | not applicable    |
      When evaluated as of 2027-06-30
      Then the quantity renewable electricity counted is <counted> MWh

      Examples:
        | origin                | kept | generated  | counted |
        | own generation        | yes  | 2024-07-31 | 10000   |
        | direct connection     | yes  | 2024-07-31 | 10000   |
        | unbundled certificate | yes  | 2024-07-31 | 0       |
        | own generation        | no   | 2024-07-31 | 0       |
        | own generation        | yes  | 2023-12-31 | 0       |
        | own generation        | yes  | 2024-01-01 | 10000   |
        | own generation        | yes  | 2024-12-31 | 10000   |
        | own generation        | yes  | 2025-01-01 | 0       |

    Scenario Outline: Purchased electricity counts only if its attributes are retained
      Given claim year is 2025-01-01 to 2025-12-31
      And supply records are
        | supply number | origin            | electricity delivered | generation date | environmental attributes retained | certificate number | cancellation date |
        | S-1           | green power trade | 10000 MWh             | <generated>     | <kept>                            | GEC-1              | <cancelled>       |
      When evaluated as of 2027-01-31
      Then the quantity renewable electricity counted is <counted> MWh

      Examples:
        | generated  | cancelled  | kept | counted |
        | 2023-11-30 | 2025-12-31 | yes  | 10000   |
        | 2023-11-30 | 2025-12-31 | no   | 0       |
        | 2024-12-01 | 2026-11-30 | yes  | 10000   |
        | 2024-12-01 | 2026-11-30 | no   | 0       |

    Scenario Outline: A certificate counts if it is cancelled by its last day of validity
      Given claim year is 2025-01-01 to 2025-12-31
      And supply records are
        | supply number | origin   | electricity delivered | generation date | environmental attributes retained | certificate number | cancellation date |
        | S-1           | <origin> | 10000 MWh             | <generated>     | yes                               | GEC-1              | <cancelled>       |
      When evaluated as of 2027-01-31
      Then the quantity renewable electricity counted is <counted> MWh

      Examples:
        | origin                | generated  | cancelled  | counted |
        | unbundled certificate | 2023-11-30 | 2025-12-31 | 10000   |
        | unbundled certificate | 2023-11-30 | 2026-01-01 | 0       |
        | unbundled certificate | 2023-12-31 | 2025-12-31 | 10000   |
        | unbundled certificate | 2023-12-31 | 2025-11-30 | 10000   |
        | unbundled certificate | 2024-01-01 | 2025-12-31 | 10000   |
        | unbundled certificate | 2024-01-01 | 2026-01-01 | 0       |
        | green power trade     | 2024-03-15 | 2026-02-28 | 10000   |
        | green power trade     | 2024-03-15 | 2026-03-01 | 0       |
        | green power trade     | 2024-11-30 | 2026-10-31 | 10000   |
        | green power trade     | 2024-11-30 | 2026-11-01 | 0       |
        | unbundled certificate | 2024-12-01 | 2026-11-30 | 10000   |
        | unbundled certificate | 2024-12-01 | 2026-12-01 | 0       |
        | own generation        | 2024-12-01 | 2026-11-30 | 0       |
        | own generation        | 2023-11-30 | 2025-12-31 | 0       |

    Scenario Outline: Certificates cancelled on 2026-11-20
      Given claim year is 2025-01-01 to 2025-12-31
      And supply records are
        | supply number | origin                | electricity delivered | generation date | environmental attributes retained | certificate number | cancellation date |
        | S-1           | unbundled certificate | 10000 MWh             | <generated>     | yes                               | GEC-1              | 2026-11-20        |
      When evaluated as of 2026-11-20
      Then the quantity renewable electricity counted is <counted> MWh

      Examples:
        | generated  | counted |
        | 2023-11-15 | 0       |
        | 2024-01-15 | 0       |
        | 2024-03-15 | 0       |
        | 2024-11-15 | 0       |
        | 2024-12-15 | 10000   |

    Scenario Outline: A certificate must be cancelled for the claim year and generated not after it
      Given claim year is <first> to <last>
      And supply records are
        | supply number | origin            | electricity delivered | generation date | environmental attributes retained | certificate number | cancellation date |
        | S-1           | green power trade | 10000 MWh             | <generated>     | yes                               | GEC-1              | <cancelled>       |
      When evaluated as of 2026-06-30
      Then the quantity renewable electricity counted is <counted> MWh

      Examples:
        | first      | last       | generated  | cancelled  | counted |
        | 2022-01-01 | 2022-12-31 | 2022-12-31 | 2023-12-31 | 10000   |
        | 2022-01-01 | 2022-12-31 | 2023-01-01 | 2023-12-31 | 0       |
        | 2022-01-01 | 2022-12-31 | 2022-12-31 | 2024-01-01 | 0       |
        | 2022-01-01 | 2022-12-31 | 2021-12-31 | 2021-12-31 | 0       |
        | 2024-01-01 | 2024-12-31 | 2024-12-31 | 2025-12-31 | 10000   |
        | 2024-01-01 | 2024-12-31 | 2025-01-01 | 2025-12-31 | 0       |
        | 2024-01-01 | 2024-12-31 | 2024-12-31 | 2026-01-01 | 0       |

    Scenario Outline: Traded electricity needs the number of a certificate cancelled by the as-of date
      Given supply records are
        | supply number | origin            | electricity delivered | generation date | environmental attributes retained | certificate number | cancellation date |
        | S-1           | green power trade | 10000 MWh             | <generated>     | yes                               | <number>           | 2025-03-01        |
      When evaluated as of <day>
      Then the quantity renewable electricity counted is <counted> MWh

      Examples:
        | generated  | number | day        | counted |
        | 2023-11-30 | GEC-1  | 2025-03-01 | 10000   |
        | 2023-11-30 | GEC-1  | 2025-02-28 | 0       |
        | 2023-11-30 | N/A    | 2025-03-01 | 0       |
        | 2024-06-30 | GEC-1  | 2025-03-01 | 10000   |
        | 2024-06-30 | GEC-1  | 2025-02-28 | 0       |
        | 2024-06-30 | N/A    | 2025-03-01 | 0       |

  Rule: Share of all electricity used
    Background:
      Given the quantity renewable electricity share (renewable_share), in %
        | is                                                           | when                      | basis             |
        | 0 %                                                          | electricity used is 0 MWh | nothing           |
        | min(renewable electricity counted / electricity used, 100 %) | otherwise                 | electricity-share |

    Scenario Outline: 40,000 MWh of renewable electricity: share for different electricity use
      Given electricity used is <used> MWh
      When evaluated as of 2027-06-30
      Then the quantity renewable electricity counted is 40000 MWh
      And the quantity renewable electricity share is <share> %

      Examples:
        | used  | share |
        | 50000 | 80    |
        | 40000 | 100   |
        | 39999 | 100   |
        | 0     | 0     |

    Scenario: Unknown electricity use leaves the share undetermined
      Given electricity used is missing
      When evaluated as of 2027-06-30
      Then the quantity renewable electricity share is undetermined because of electricity used
