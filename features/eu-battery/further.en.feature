# language: en
Feature: More examples · EU battery
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard eu-battery

  Rule: Cases that the examples of the rules do not cover

    Scenario Outline: each vehicle has its category and its full cycles per year
      Given vehicle category is <vehicle>
      And battery category is <category>
      And battery weight is <weight> kg
      When evaluated as of 2027-04-01
      Then the quantity category number derived from the facts (1 = portable / 2 = LMT / 3 = SLI / 4 = EV / 5 = industrial) is <number>
      And the quantity full cycles per year is <cycles> 1/year

      Examples:
        | vehicle                             | category    | weight | number | cycles |
        | M1 car                              | EV battery  | 420    | 4      | 60     |
        | N1 van                              | EV battery  | 420    | 4      | 60     |
        | M2 M3 bus                           | EV battery  | 420    | 4      | 250    |
        | N2 N3 truck                         | EV battery  | 420    | 4      | 250    |
        | category L                          | EV battery  | 26     | 4      | 20     |
        | light vehicle without type approval | LMT battery | 20     | 2      | 0      |

    Scenario Outline: performance values of LMT batteries, and of industrial ones above two kilowatt hours
      Given battery category is <category>
      And battery capacity is <capacity> kWh
      When evaluated as of 2027-04-01
      Then the quantity scope of performance values (1 = applies) is <scope>

      Examples:
        | category           | capacity | scope |
        | LMT battery        | 0.5      | 1     |
        | industrial battery | 2        | 0     |
        | industrial battery | 2.001    | 1     |

    Scenario: minimum performance binds just above two kilowatt hours
      Given battery category is industrial battery
      And battery capacity is 2.001 kWh
      And entry into force of the performance act is 2026-01-01
      And day placed on the market is 2027-08-18
      And day first placed on the market is 2027-08-18
      When evaluated as of 2027-08-18
      Then the quantity binding minimum performance (1 = applies) is 1
      And gate A10-MINIMUM is not met

    Scenario Outline: the capacity label waits for the binding label duty (1 = applies)
      Given battery category is <category>
      And entry into force of the label act is 2026-12-01
      And day placed on the market is <placed>
      And day first placed on the market is <placed>
      When evaluated as of 2028-06-01
      Then the quantity capacity label duty (1 = applies) is <due>

      Examples:
        | category    | placed     | due |
        | LMT battery | 2028-05-31 | 0   |
        | LMT battery | 2028-06-01 | 1   |
        | SLI battery | 2028-05-31 | 0   |
        | SLI battery | 2028-06-01 | 1   |

    Scenario: before the passport no hazard symbol in it is due
      Given lead share is 0.005 %
      And day placed on the market is 2027-02-17
      And day first placed on the market is 2027-02-17
      When evaluated as of 2027-04-01
      Then the quantity hazard symbol duty (1 = applies) is 0
      And gate A77-IF-HAZARD is not applicable

    Scenario Outline: chemical symbols from 18 February 2024
      Given cadmium share is 0.0021 %
      And lead share is 0.005 %
      And chemical symbols is none
      And day placed on the market is <placed>
      And day first placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A13-CD is <outcome>
      And gate A13-PB is <outcome>

      Examples:
        | placed     | outcome        |
        | 2024-02-17 | not applicable |
        | 2024-02-18 | not met        |

    Scenario Outline: a symbol whose side would be just 0.47 cm stands on the battery, a smaller one on its packaging
      Given cylindrical cell is yes
      And area of the largest side or cylinder surface is <surface> cm2
      And area of the collection symbol is 0 cm2
      And symbol side on the packaging is 0.5 cm
      And day placed on the market is <placed>
      And day first placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then the quantity area the collection symbol must cover is <target> cm2
      And gate A13-SYMBOL is <battery>
      And gate A13-PACKAGING is <box>

      Examples:
        | surface | target  | placed     | battery        | box            |
        | 14.726  | 0.22089 | 2025-08-18 | not applicable | not met        |
        | 14.726  | 0.22089 | 2025-08-17 | not applicable | not applicable |

    Scenario: at an area of exactly 0.2209 square centimetres the symbol stands on the battery
      Given supposing area the collection symbol must cover is 0.2209 cm2
      And area of the collection symbol is 0 cm2
      And symbol side on the packaging is 0 cm
      When evaluated as of 2027-04-01
      Then gate A13-SYMBOL is not met
      And gate A13-PACKAGING is not applicable

    Scenario Outline: recycled content is documented for each of the four metals
      Given battery category is <category>
      And Article 8 metals present is <metal>
      And entry into force of the recycled content act is 2026-08-01
      And day placed on the market is <placed>
      And day first placed on the market is <placed>
      When evaluated as of <placed>
      Then the quantity binding recycled content documentation (1 = applies) is 1

      Examples:
        | category    | metal   | placed     |
        | EV battery  | cobalt  | 2028-08-18 |
        | EV battery  | lead    | 2028-08-18 |
        | EV battery  | lithium | 2028-08-18 |
        | EV battery  | nickel  | 2028-08-18 |
        | LMT battery | cobalt  | 2033-08-18 |
        | LMT battery | lead    | 2033-08-18 |
        | LMT battery | lithium | 2033-08-18 |
        | LMT battery | nickel  | 2033-08-18 |

    Scenario Outline: due diligence for each of the four raw materials
      Given raw materials under due diligence is <material>
      And net turnover is <turnover> EUR
      And net turnover of the group is <turnover> EUR
      And due diligence policy verified by a notified body is no
      When evaluated as of <day>
      Then gate A48-DILIGENCE is <outcome>
      And <ahead>
      And <omnibus>

      Examples:
        | material         | turnover  | day        | outcome        | ahead                              | omnibus                              |
        | cobalt           | 40000000  | 2027-08-17 | not applicable | an observation A48.AHEAD is raised | an observation A48.OMNIBUS is raised |
        | natural graphite | 40000000  | 2027-08-17 | not applicable | an observation A48.AHEAD is raised | an observation A48.OMNIBUS is raised |
        | lithium          | 40000000  | 2027-08-17 | not applicable | an observation A48.AHEAD is raised | an observation A48.OMNIBUS is raised |
        | nickel           | 40000000  | 2027-08-17 | not applicable | an observation A48.AHEAD is raised | an observation A48.OMNIBUS is raised |
        | lithium          | 40000000  | 2027-08-18 | not met        | no finding A48.AHEAD is raised     | an observation A48.OMNIBUS is raised |
        | nickel           | 40000000  | 2027-08-18 | not met        | no finding A48.AHEAD is raised     | an observation A48.OMNIBUS is raised |
        | cobalt           | 150000000 | 2027-08-18 | not met        | no finding A48.AHEAD is raised     | no finding A48.OMNIBUS is raised     |

    Scenario: one euro below forty million nobody owes due diligence
      Given net turnover is 39999999 EUR
      And net turnover of the group is 40000000 EUR
      When evaluated as of 2027-08-18
      Then the quantity scope of due diligence (1 = applies) is 0

    Scenario Outline: whose batteries are taken back
      Given roles of the operator is producer
      And battery category is <category>
      And free take-back is no
      When evaluated as of 2025-08-18
      Then gate A61-TAKE-BACK is <outcome>

      Examples:
        | category           | outcome        |
        | SLI battery        | not met        |
        | industrial battery | not met        |
        | EV battery         | not met        |
        | LMT battery        | not applicable |

    Scenario Outline: up to five times the computed footprint is no confusion of units
      Given footprint declared per kWh delivered is <declared> kgCO2e/kWh
      When evaluated as of 2027-04-01
      Then the quantity ratio of declared to computed footprint is <ratio>
      And <finding>

      Examples:
        | declared | ratio | finding                                 |
        | 0.759375 | 5     | no finding A7.UNIT is raised            |
        | 0.81     | 16/3  | a major nonconformity A7.UNIT is raised |

    Scenario Outline: until 17 August 2031 a shortfall of recycled metal is an advice
      Given Article 8 metals present is cobalt, lead, lithium, nickel
      And recycled cobalt is 15 %
      And recycled lead is 84 %
      And recycled lithium is 5 %
      And recycled nickel is 5 %
      And day placed on the market is <placed>
      And day first placed on the market is <placed>
      When evaluated as of <placed>
      Then <cobalt>
      And <lead>
      And <lithium>
      And <nickel>

      Examples:
        | placed     | cobalt                                   | lead                                   | lithium                                   | nickel                                   |
        | 2031-08-17 | an observation A8.COBALT_AHEAD is raised | an observation A8.LEAD_AHEAD is raised | an observation A8.LITHIUM_AHEAD is raised | an observation A8.NICKEL_AHEAD is raised |
        | 2031-08-18 | no finding A8.COBALT_AHEAD is raised     | no finding A8.LEAD_AHEAD is raised     | no finding A8.LITHIUM_AHEAD is raised     | no finding A8.NICKEL_AHEAD is raised     |

    Scenario: before its day nothing of the Regulation binds an EV battery
      Given day placed on the market is 2024-02-17
      And day first placed on the market is 2024-02-17
      And conditional data that applies to the battery is usage history
      And carbon footprint declared is no
      And recycled content declared is no
      When evaluated as of 2027-04-01
      Then gate A6-HG is not applicable
      And gate A6-PB is not applicable
      And gate A7-CLASS is not applicable
      And gate A7-MAXIMUM is not applicable
      And gate A10-MINIMUM is not applicable
      And gate A11-SPARE is not applicable
      And gate A13-CAPACITY is not applicable
      And gate A13-QR is not applicable
      And gate A17-BODY-7-8 is not applicable
      And gate A18-DECLARATION is not applicable
      And gate A77-PASSPORT is not applicable
      And gate A77-GENERAL is not applicable
      And gate A77-ELECTRICAL is not applicable
      And gate A77-DOCUMENTS is not applicable
      And gate A77-ACCESS is not applicable
      And gate A77-IF-USAGE is not applicable
      And gate A77-IF-HAZARD is not applicable
      And gate A77-IF-HEALTH is not applicable
      And gate A77-IF-DYNAMIC is not applicable
      And indicator P-GENERAL is not applicable
      And indicator P-ELECTRICAL is not applicable
      And indicator P-DOCUMENTS is not applicable
      And indicator P-RECYCLED is not applicable
      And indicator D-FOOTPRINT is not applicable
      And indicator D-RECYCLED is not applicable

    Scenario: durability data of LMT batteries are points of the passport
      Given battery category is LMT battery
      When evaluated as of 2027-04-01
      Then indicator P-DURABILITY is met

    Scenario: one kilogram for the whole battery is a footprint that is stated
      Given footprint of the whole battery is 1 kgCO2e
      And footprint of raw materials is 1 kgCO2e
      And footprint of production is 0 kgCO2e
      And footprint of distribution is 0 kgCO2e
      And footprint of end of life is 0 kgCO2e
      When evaluated as of 2027-04-01
      Then indicator D-FOOTPRINT scores 2
      And the quantity gap between stages and total is 0 %

    Scenario: without a footprint of the whole nothing is divided by it
      Given footprint of the whole battery is 0 kgCO2e
      When evaluated as of 2027-04-01
      Then the rules leave the quantity gap between stages and total undetermined
      And the rules leave the quantity ratio of declared to computed footprint undetermined

    Scenario: a battery that delivers no energy has no footprint per kWh delivered
      Given service life is 0 years
      When evaluated as of 2027-04-01
      Then the rules leave the quantity footprint per kWh delivered undetermined

    Scenario: a score that is only shown as one hundred is not complete
      Given supposing the total score is 99.996
      When evaluated as of 2027-04-01
      Then the grade is compliant
