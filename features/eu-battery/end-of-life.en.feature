# language: en
Feature: Collection and recycling
  Articles 56 to 61 and 71. Collection is regulated by Articles 59 and 60, recycling efficiency and recovery by Article 71 and
  Annex XII. The rates apply to producers and recyclers, according to the roles they declare.

  Background:
    Given the scorecard eu-battery
    And these facts
      | fact             | label                                      | type    | unit | one of                                | at least | at most |
      | roles            | roles of the operator                      | choices |      | manufacturer, producer, recycler      |          |         |
      | responsibility   | extended producer responsibility fulfilled | flag    |      |                                       |          |         |
      | take_back        | free take-back                             | flag    |      |                                       |          |         |
      | collection_end   | last day of the collection year            | date    |      |                                       |          |         |
      | collected        | batteries collected                        | number  | t    |                                       | 0        |         |
      | sales_1          | sales in year 1 of the three-year average  | number  | t    |                                       | 0        |         |
      | sales_2          | sales in year 2 of the three-year average  | number  | t    |                                       | 0        |         |
      | sales_3          | sales in year 3 of the three-year average  | number  | t    |                                       | 0        |         |
      | recycling_end    | last day of the recycling year             | date    |      |                                       |          |         |
      | recycled_in      | recycling input mass                       | number  | t    |                                       | 0        |         |
      | recycled_out     | recycling output mass                      | number  | t    |                                       | 0        |         |
      | metals_in        | metals in the waste                        | choices |      | cobalt, copper, lead, lithium, nickel |          |         |
      | recovery_cobalt  | recovery of cobalt                         | number  | %    |                                       | 0        | 100     |
      | recovery_copper  | recovery of copper                         | number  | %    |                                       | 0        | 100     |
      | recovery_lead    | recovery of lead                           | number  | %    |                                       | 0        | 100     |
      | recovery_lithium | recovery of lithium                        | number  | %    |                                       | 0        | 100     |
      | recovery_nickel  | recovery of nickel                         | number  | %    |                                       | 0        | 100     |
    And the choices of roles of the operator
      | value        | words        |
      | manufacturer | manufacturer |
      | producer     | producer     |
      | recycler     | recycler     |
    And the choices of metals in the waste
      | value   | words   |
      | cobalt  | cobalt  |
      | copper  | copper  |
      | lead    | lead    |
      | lithium | lithium |
      | nickel  | nickel  |

  Rule: Producers
    Background:
      Given these conditions
        | condition       | label                   | holds when                              | basis |
        | collection_over | collection year is over | last day of the collection year is over | years |
      And the quantity collection target (collection_target), in %, on basis a59, years
        | is   | when                                                                                     |
        | 73 % | battery category is portable battery; last day of the collection year is from 2030-12-31 |
        | 63 % | battery category is portable battery; last day of the collection year is from 2027-12-31 |
        | 45 % | battery category is portable battery; last day of the collection year is from 2023-12-31 |
        | 61 % | battery category is LMT battery; last day of the collection year is from 2031-12-31      |
        | 51 % | battery category is LMT battery; last day of the collection year is from 2028-12-31      |
        | 0 %  | otherwise                                                                                |
      And the quantity sales of the three years (sales_all), in t, on basis a59
        | is                                                                                                                                |
        | sales in year 1 of the three-year average + sales in year 2 of the three-year average + sales in year 3 of the three-year average |
      And the quantity collection rate (collection_rate), in %, on basis a59
        | is                                                           | when                            |
        | undetermined, because there were no sales in the three years | sales of the three years is 0 t |
        | 3 * batteries collected / sales of the three years           | otherwise                       |
      And these gates
        | id                 | gate                                        | requires                                          | applies when                                                                                                                                              | basis      |
        | A56-RESPONSIBILITY | Extended producer responsibility fulfilled  | extended producer responsibility fulfilled is yes | roles of the operator includes any of producer; the as-of date is from 2025-08-18                                                                         | a56        |
        | A59-COLLECTION     | Collection rate reaches its target          | collection rate is at least collection target     | roles of the operator includes any of producer; collection target is more than 0 %; collection year is over holds                                         | a59, years |
        | A59-TAKE-BACK      | Portable and LMT batteries taken back       | free take-back is yes                             | roles of the operator includes any of producer; battery category is one of portable battery, LMT battery; the as-of date is from 2025-08-18               | a59        |
        | A61-TAKE-BACK      | SLI, industrial and EV batteries taken back | free take-back is yes                             | roles of the operator includes any of producer; battery category is one of SLI battery, industrial battery, EV battery; the as-of date is from 2025-08-18 | a61        |

    Scenario Outline: producers are responsible for their waste batteries from 18 August 2025
      Given roles of the operator is <roles>
      And extended producer responsibility fulfilled is <fulfilled>
      And free take-back is <taken>
      And battery category is <category>
      When evaluated as of <day>
      Then gate A56-RESPONSIBILITY is <extended>
      And gate A61-TAKE-BACK is <back>

      Examples:
        | day        | roles        | fulfilled | taken | category         | extended       | back           |
        | 2025-08-17 | producer     | no        | no    | EV battery       | not applicable | not applicable |
        | 2025-08-18 | producer     | no        | no    | EV battery       | not met        | not met        |
        | 2025-08-18 | producer     | yes       | yes   | EV battery       | met            | met            |
        | 2025-08-18 | manufacturer | no        | no    | EV battery       | not applicable | not applicable |
        | 2025-08-18 | producer     | yes       | no    | portable battery | met            | not applicable |

    Scenario Outline: portable and LMT batteries are also taken back free of charge
      Given roles of the operator is <roles>
      And free take-back is <taken>
      And battery category is <category>
      When evaluated as of <day>
      Then gate A59-TAKE-BACK is <back>

      Examples:
        | day        | roles        | taken | category         | back           |
        | 2025-08-17 | producer     | no    | portable battery | not applicable |
        | 2025-08-18 | producer     | no    | portable battery | not met        |
        | 2025-08-18 | producer     | yes   | LMT battery      | met            |
        | 2025-08-18 | producer     | no    | LMT battery      | not met        |
        | 2025-08-18 | manufacturer | no    | portable battery | not applicable |
        | 2025-08-18 | producer     | no    | EV battery       | not applicable |

    Scenario Outline: collection targets by category and year
      Given battery category is <category>
      And last day of the collection year is <last>
      When evaluated as of 2027-04-01
      Then the quantity collection target is <target> %

      Examples:
        | category         | last       | target |
        | portable battery | 2022-12-31 | 0      |
        | portable battery | 2023-12-30 | 0      |
        | portable battery | 2023-12-31 | 45     |
        | portable battery | 2026-12-31 | 45     |
        | portable battery | 2027-12-30 | 45     |
        | portable battery | 2027-12-31 | 63     |
        | portable battery | 2030-12-30 | 63     |
        | portable battery | 2030-12-31 | 73     |
        | LMT battery      | 2028-12-30 | 0      |
        | LMT battery      | 2028-12-31 | 51     |
        | LMT battery      | 2031-12-30 | 51     |
        | LMT battery      | 2031-12-31 | 61     |
        | EV battery       | 2031-12-31 | 0      |
        | EV battery       | 2027-12-31 | 0      |

    Scenario Outline: the collection target is tested only after the collection year has ended
      Given battery category is portable battery
      And roles of the operator is producer
      And last day of the collection year is 2027-12-31
      And batteries collected is 0 t
      When evaluated as of <asked>
      Then gate A59-COLLECTION is <outcome>

      Examples:
        | asked      | outcome        |
        | 2027-12-31 | not applicable |
        | 2028-01-01 | not met        |

    Scenario Outline: 640 tonnes of a mean of 1020 are 62.75 %
      Given battery category is <category>
      And roles of the operator is <roles>
      And last day of the collection year is <last>
      And batteries collected is <collected> t
      When evaluated as of 2033-01-01
      Then gate A59-COLLECTION is <outcome>

      Examples:
        | category         | roles        | last       | collected | outcome        |
        | portable battery | producer     | 2028-12-31 | 640       | not met        |
        | portable battery | producer     | 2028-12-31 | 642.6     | met            |
        | portable battery | producer     | 2028-12-31 | 642.5     | not met        |
        | portable battery | manufacturer | 2028-12-31 | 640       | not applicable |
        | EV battery       | producer     | 2028-12-31 | 640       | not applicable |
        | portable battery | producer     | 2022-12-31 | 0         | not applicable |

    Scenario: without sales the collection rate is undetermined
      Given sales in year 1 of the three-year average is 0 t
      And sales in year 2 of the three-year average is 0 t
      And sales in year 3 of the three-year average is 0 t
      When evaluated as of 2027-04-01
      Then the rules leave the quantity collection rate undetermined

  Rule: Recyclers are assessed under Article 71, not under Articles 59 or 61
    Background:
      Given these conditions
        | condition      | label                  | holds when                             | basis |
        | recycling_over | recycling year is over | last day of the recycling year is over | years |
      And the quantity recycling efficiency target (efficiency_target), in %, on basis a71-b, years
        | is   | when                                                                              |
        | 80 % | battery chemistry is lead-acid; last day of the recycling year is from 2030-12-31 |
        | 75 % | battery chemistry is lead-acid                                                    |
        | 80 % | battery chemistry is nickel-cadmium                                               |
        | 50 % | battery chemistry is other chemistry                                              |
        | 70 % | last day of the recycling year is from 2030-12-31                                 |
        | 65 % | otherwise                                                                         |
      And the quantity recovery target (recovery_target), in %, on basis a71-c, years
        | is   | when                                              |
        | 95 % | last day of the recycling year is from 2031-12-31 |
        | 90 % | otherwise                                         |
      And the quantity lithium recovery target (lithium_target), in %, on basis a71-c, years
        | is   | when                                              |
        | 80 % | last day of the recycling year is from 2031-12-31 |
        | 50 % | otherwise                                         |
      And the quantity recycling efficiency (recycling_efficiency), in %, on basis a71-b
        | is                                              | when                        |
        | undetermined, because no mass entered recycling | recycling input mass is 0 t |
        | recycling output mass / recycling input mass    | otherwise                   |
      And these gates
        | id             | gate                                    | requires                                                     | applies when                                                                                                                                                                 | basis        |
        | A71-EFFICIENCY | Recycling efficiency reaches its target | recycling efficiency is at least recycling efficiency target | roles of the operator includes any of recycler; last day of the recycling year is from 2025-12-31; recycling year is over holds                                              | a71-b, years |
        | A71-BALANCE    | Recycling output does not exceed input  | recycling output mass is at most recycling input mass        | roles of the operator includes any of recycler; last day of the recycling year is from 2025-12-31; recycling year is over holds                                              | a71-b, years |
        | A71-COBALT     | Recovery of cobalt reaches its target   | recovery of cobalt is at least recovery target               | roles of the operator includes any of recycler; metals in the waste includes any of cobalt; last day of the recycling year is from 2027-12-31; recycling year is over holds  | a71-c, years |
        | A71-COPPER     | Recovery of copper reaches its target   | recovery of copper is at least recovery target               | roles of the operator includes any of recycler; metals in the waste includes any of copper; last day of the recycling year is from 2027-12-31; recycling year is over holds  | a71-c, years |
        | A71-LEAD       | Recovery of lead reaches its target     | recovery of lead is at least recovery target                 | roles of the operator includes any of recycler; metals in the waste includes any of lead; last day of the recycling year is from 2027-12-31; recycling year is over holds    | a71-c, years |
        | A71-LITHIUM    | Recovery of lithium reaches its target  | recovery of lithium is at least lithium recovery target      | roles of the operator includes any of recycler; metals in the waste includes any of lithium; last day of the recycling year is from 2027-12-31; recycling year is over holds | a71-c, years |
        | A71-NICKEL     | Recovery of nickel reaches its target   | recovery of nickel is at least recovery target               | roles of the operator includes any of recycler; metals in the waste includes any of nickel; last day of the recycling year is from 2027-12-31; recycling year is over holds  | a71-c, years |

    Scenario Outline: recycling targets by chemistry and year
      Given battery chemistry is <chemistry>
      And last day of the recycling year is <last>
      When evaluated as of 2033-01-01
      Then the quantity recycling efficiency target is <efficiency> %
      And the quantity recovery target is <recovery> %
      And the quantity lithium recovery target is <lithium> %

      Examples:
        | chemistry       | last       | efficiency | recovery | lithium |
        | lead-acid       | 2030-12-30 | 75         | 90       | 50      |
        | lead-acid       | 2030-12-31 | 80         | 90       | 50      |
        | LFP             | 2030-12-30 | 65         | 90       | 50      |
        | LFP             | 2030-12-31 | 70         | 90       | 50      |
        | nickel-cadmium  | 2026-12-31 | 80         | 90       | 50      |
        | nickel-cadmium  | 2030-12-31 | 80         | 90       | 50      |
        | other chemistry | 2026-12-31 | 50         | 90       | 50      |
        | other chemistry | 2031-12-30 | 50         | 90       | 50      |
        | NMC or NCA      | 2031-12-31 | 70         | 95       | 80      |

    Scenario Outline: recycling targets are tested only after the recycling year has ended
      Given roles of the operator is recycler
      And metals in the waste is cobalt, copper, lead, lithium, nickel
      And last day of the recycling year is 2027-12-31
      When evaluated as of <asked>
      Then gate A71-EFFICIENCY is <outcome>
      And gate A71-BALANCE is <outcome>
      And gate A71-COBALT is <outcome>
      And gate A71-COPPER is <outcome>
      And gate A71-LEAD is <outcome>
      And gate A71-LITHIUM is <outcome>
      And gate A71-NICKEL is <outcome>

      Examples:
        | asked      | outcome        |
        | 2027-12-31 | not applicable |
        | 2028-01-01 | met            |

    Scenario Outline: 6720 tonnes recycled from 10000 tonnes of lithium batteries
      Given roles of the operator is <roles>
      And last day of the recycling year is <last>
      And recycling output mass is <out> t
      When evaluated as of 2033-01-01
      Then gate A71-EFFICIENCY is <outcome>

      Examples:
        | roles    | last       | out  | outcome        |
        | recycler | 2025-12-30 | 6720 | not applicable |
        | recycler | 2025-12-31 | 6499 | not met        |
        | recycler | 2026-12-31 | 6720 | met            |
        | recycler | 2026-12-31 | 6500 | met            |
        | recycler | 2026-12-31 | 6499 | not met        |
        | recycler | 2031-12-30 | 6720 | not met        |
        | recycler | 2031-12-30 | 7000 | met            |
        | producer | 2026-12-31 | 0    | not applicable |

    Scenario Outline: the recycling output cannot exceed the input
      Given roles of the operator is <roles>
      And last day of the recycling year is <last>
      And recycling input mass is <in> t
      And recycling output mass is <out> t
      When evaluated as of 2033-01-01
      Then gate A71-BALANCE is <outcome>

      Examples:
        | roles    | last       | in    | out   | outcome        |
        | recycler | 2026-12-31 | 10000 | 10000 | met            |
        | recycler | 2026-12-31 | 10000 | 10001 | not met        |
        | recycler | 2026-12-31 | 0     | 1     | not met        |
        | recycler | 2025-12-31 | 10000 | 10001 | not met        |
        | recycler | 2025-12-30 | 10000 | 10001 | not applicable |
        | producer | 2026-12-31 | 10000 | 10001 | not applicable |

    Scenario: without an input mass the recycling efficiency is undetermined
      Given recycling input mass is 0 t
      When evaluated as of 2033-01-01
      Then the rules leave the quantity recycling efficiency undetermined

    Scenario Outline: recovery of cobalt
      Given roles of the operator is <roles>
      And metals in the waste is <metals>
      And last day of the recycling year is <last>
      And recovery of cobalt is <recovery> %
      When evaluated as of 2033-01-01
      Then gate A71-COBALT is <outcome>

      Examples:
        | roles    | metals | last       | recovery | outcome        |
        | recycler | cobalt | 2027-12-30 | 1        | not applicable |
        | recycler | cobalt | 2027-12-31 | 90       | met            |
        | recycler | cobalt | 2027-12-31 | 89.9     | not met        |
        | recycler | cobalt | 2031-12-30 | 90       | met            |
        | recycler | cobalt | 2031-12-31 | 95       | met            |
        | recycler | cobalt | 2031-12-31 | 94.9     | not met        |
        | recycler | copper | 2027-12-31 | 1        | not applicable |
        | producer | cobalt | 2027-12-31 | 1        | not applicable |

    Scenario Outline: recovery of copper
      Given roles of the operator is <roles>
      And metals in the waste is <metals>
      And last day of the recycling year is <last>
      And recovery of copper is <recovery> %
      When evaluated as of 2033-01-01
      Then gate A71-COPPER is <outcome>

      Examples:
        | roles    | metals | last       | recovery | outcome        |
        | recycler | copper | 2027-12-30 | 1        | not applicable |
        | recycler | copper | 2027-12-31 | 90       | met            |
        | recycler | copper | 2027-12-31 | 89.9     | not met        |
        | recycler | copper | 2031-12-30 | 90       | met            |
        | recycler | copper | 2031-12-31 | 95       | met            |
        | recycler | copper | 2031-12-31 | 94.9     | not met        |
        | recycler | nickel | 2027-12-31 | 1        | not applicable |
        | producer | copper | 2027-12-31 | 1        | not applicable |

    Scenario Outline: recovery of lead
      Given roles of the operator is <roles>
      And metals in the waste is <metals>
      And last day of the recycling year is <last>
      And recovery of lead is <recovery> %
      When evaluated as of 2033-01-01
      Then gate A71-LEAD is <outcome>

      Examples:
        | roles    | metals | last       | recovery | outcome        |
        | recycler | lead   | 2027-12-30 | 1        | not applicable |
        | recycler | lead   | 2027-12-31 | 90       | met            |
        | recycler | lead   | 2027-12-31 | 89.9     | not met        |
        | recycler | lead   | 2031-12-30 | 90       | met            |
        | recycler | lead   | 2031-12-31 | 95       | met            |
        | recycler | lead   | 2031-12-31 | 94.9     | not met        |
        | recycler | copper | 2027-12-31 | 1        | not applicable |
        | producer | lead   | 2027-12-31 | 1        | not applicable |

    Scenario Outline: recovery of lithium
      Given roles of the operator is <roles>
      And metals in the waste is <metals>
      And last day of the recycling year is <last>
      And recovery of lithium is <recovery> %
      When evaluated as of 2033-01-01
      Then gate A71-LITHIUM is <outcome>

      Examples:
        | roles    | metals  | last       | recovery | outcome        |
        | recycler | lithium | 2027-12-30 | 1        | not applicable |
        | recycler | lithium | 2027-12-31 | 50       | met            |
        | recycler | lithium | 2027-12-31 | 49.9     | not met        |
        | recycler | lithium | 2031-12-30 | 50       | met            |
        | recycler | lithium | 2031-12-31 | 80       | met            |
        | recycler | lithium | 2031-12-31 | 79.9     | not met        |
        | recycler | copper  | 2027-12-31 | 1        | not applicable |
        | producer | lithium | 2027-12-31 | 1        | not applicable |

    Scenario Outline: recovery of nickel
      Given roles of the operator is <roles>
      And metals in the waste is <metals>
      And last day of the recycling year is <last>
      And recovery of nickel is <recovery> %
      When evaluated as of 2033-01-01
      Then gate A71-NICKEL is <outcome>

      Examples:
        | roles    | metals | last       | recovery | outcome        |
        | recycler | nickel | 2027-12-30 | 1        | not applicable |
        | recycler | nickel | 2027-12-31 | 90       | met            |
        | recycler | nickel | 2027-12-31 | 89.9     | not met        |
        | recycler | nickel | 2031-12-30 | 90       | met            |
        | recycler | nickel | 2031-12-31 | 95       | met            |
        | recycler | nickel | 2031-12-31 | 94.9     | not met        |
        | recycler | copper | 2027-12-31 | 1        | not applicable |
        | producer | nickel | 2027-12-31 | 1        | not applicable |
