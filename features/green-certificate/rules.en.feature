# language: en
Feature: Validity, trade and use

  Background:
    Given the scorecard green-certificate

  Rule: Validity of a certificate
    Background:
      Given for each green certificate the quantity certificate is valid when used or today (1 = yes) (valid)
        | is | when                                                                                                           | basis       |
        | 1  | a day of the month of generation is before 2024-01-01; cancelled is yes; cancellation date is until 2025-12-31 | before-2024 |
        | 1  | a day of the month of generation is before 2024-01-01; cancelled is no; the as-of date is until 2025-12-31     | before-2024 |
        | 0  | a day of the month of generation is before 2024-01-01                                                          | before-2024 |
        | 1  | cancelled is yes; cancellation date is before the month of a day of the month of generation plus 2 years       | last-day    |
        | 1  | cancelled is no; the as-of date is before the month of a day of the month of generation plus 2 years           | last-day    |
        | 0  | otherwise                                                                                                      | validity    |
      And the quantity valid certificates held (held_valid), in items, the sum of number of certificates over certificates, on basis validity, proof
        | where                                                                                                                             |
        | cancelled is no; certificate is valid when used or today (1 = yes) is 1; a day of the month of generation is until the as-of date |
      And the quantity expired certificates held (held_expired), in items, the sum of number of certificates over certificates, on basis validity
        | where                                                                   |
        | cancelled is no; certificate is valid when used or today (1 = yes) is 0 |
      And these findings
        | code       | finding                       | when                                           | severity    | basis    |
        | G2.EXPIRED | Expired certificates are held | expired certificates held is more than 0 items | observation | validity |
      And these results
        | result      | label                     | is                        | rounded to | basis    |
        | valid_now   | Valid certificates held   | valid certificates held   | 0 decimals | validity |
        | expired_now | Expired certificates held | expired certificates held | 0 decimals | validity |

    Scenario Outline: The last valid day and the day after
      Given certificates are
        | serial | pieces | generated_on | source | commissioned | market_sold | self_use | traded  | cancelled | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | <generated>  | wind   | 2021-05-01   | yes         | no       | 0 times | no        | 2020-01-01   | no             | yes          | no             |
      When evaluated as of <day>
      Then for certificate G-1 the quantity valid is <valid>
      And the quantity held_valid is <held> items
      And <expired>

      Examples:
        | generated  | day        | valid | held | expired                             |
        | 2023-06-15 | 2025-12-31 | 1     | 1    | no finding G2.EXPIRED is raised     |
        | 2023-06-15 | 2026-01-01 | 0     | 0    | an observation G2.EXPIRED is raised |
        | 2023-12-31 | 2025-12-31 | 1     | 1    | no finding G2.EXPIRED is raised     |
        | 2023-12-31 | 2026-01-01 | 0     | 0    | an observation G2.EXPIRED is raised |
        | 2024-01-01 | 2025-12-31 | 1     | 1    | no finding G2.EXPIRED is raised     |
        | 2024-01-31 | 2026-01-01 | 0     | 0    | an observation G2.EXPIRED is raised |
        | 2024-02-29 | 2026-01-31 | 1     | 1    | no finding G2.EXPIRED is raised     |
        | 2024-02-29 | 2026-02-01 | 0     | 0    | an observation G2.EXPIRED is raised |
        | 2024-11-30 | 2026-10-31 | 1     | 1    | no finding G2.EXPIRED is raised     |
        | 2024-11-30 | 2026-11-01 | 0     | 0    | an observation G2.EXPIRED is raised |
        | 2024-11-30 | 2026-11-20 | 0     | 0    | an observation G2.EXPIRED is raised |
        | 2024-12-01 | 2026-11-20 | 1     | 1    | no finding G2.EXPIRED is raised     |
        | 2024-12-01 | 2026-11-30 | 1     | 1    | no finding G2.EXPIRED is raised     |
        | 2024-12-31 | 2026-12-01 | 0     | 0    | an observation G2.EXPIRED is raised |
        | 2026-11-01 | 2028-10-31 | 1     | 1    | no finding G2.EXPIRED is raised     |
        | 2026-11-30 | 2028-11-01 | 0     | 0    | an observation G2.EXPIRED is raised |

    Scenario Outline: Cancellation in the month after expiry is invalid
      Given certificates are
        | serial | pieces | generated_on | source | commissioned | market_sold | self_use | traded  | cancelled | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | <generated>  | wind   | 2021-05-01   | yes         | no       | 0 times | yes       | <cancelled>  | yes            | yes          | no             |
      When evaluated as of <today>
      Then for certificate G-1 the quantity valid is <valid>

      Examples:
        | generated  | cancelled  | today      | valid |
        | 2024-12-15 | 2026-11-30 | 2030-01-01 | 1     |
        | 2024-12-15 | 2026-12-01 | 2030-01-01 | 0     |
        | 2023-12-31 | 2025-12-31 | 2030-01-01 | 1     |
        | 2023-12-31 | 2026-01-01 | 2030-01-01 | 0     |
        | 2023-12-31 | 2026-01-01 | 2025-06-30 | 0     |

  Rule: Tradable certificates
    Background:
      Given for each green certificate the quantity certificate is tradable (1 = yes) (tradable)
        | is                                                        | when                                                                                                                                       | basis                  |
        | 0                                                         | source is stand-alone storage                                                                                                              | tradable               |
        | 0                                                         | own use is yes                                                                                                                             | tradable               |
        | 1                                                         | source is one of wind, photovoltaics, biomass, geothermal, ocean power                                                                     | tradable               |
        | 1                                                         | source is hydropower; commissioning date is from 2023-01-01; commissioning date is until the as-of date; sold in full in the market is yes | tradable               |
        | 0                                                         | source is hydropower                                                                                                                       | tradable, hydro-market |
        | undetermined, because the reports do not name this source | otherwise                                                                                                                                  | tradable               |
      And for each green certificate the quantity number of trades is within the limit (1 = yes) (trade_allowed), on basis once, tradable
        | is | when                                   |
        | 1  | times traded is 0 times                |
        | 0  | certificate is tradable (1 = yes) is 0 |
        | 1  | one trade only is not assumed          |
        | 1  | times traded is at most 1 time         |
        | 0  | otherwise                              |
      And the quantity tradable certificates (for_trade), in items, the sum of number of certificates over certificates, on basis tradable
        | where                                                                                                                                                                                                    |
        | cancelled is no; certificate is valid when used or today (1 = yes) is 1; a day of the month of generation is until the as-of date; certificate is tradable (1 = yes) is 1; times traded is 0 times       |
        | cancelled is no; certificate is valid when used or today (1 = yes) is 1; a day of the month of generation is until the as-of date; certificate is tradable (1 = yes) is 1; one trade only is not assumed |
      And these results
        | result       | label                       | is                    | rounded to | basis          |
        | tradable_now | Certificates tradable today | tradable certificates | 0 decimals | tradable, once |

    Scenario Outline: Wind, PV and new hydropower
      Given the setting one_trade is <once>
      And certificates are
        | serial | pieces | generated_on | source   | commissioned   | market_sold | self_use | traded         | cancelled   | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | <generated>  | <source> | <commissioned> | <sold>      | <own>    | <traded> times | <cancelled> | 2026-03-31   | yes            | yes          | no             |
      When evaluated as of 2026-11-20
      Then for certificate G-1 the quantity tradable is <tradable>
      And the quantity for_trade is <pieces> items

      Examples:
        | once        | generated  | source  | commissioned | sold | own | traded | cancelled | tradable | pieces |
        | assumed     | 2025-03-01 | wind    | 2021-05-01   | yes  | no  | 0      | no        | 1        | 1      |
        | assumed     | 2025-03-01 | pv      | 2021-05-01   | yes  | no  | 0      | no        | 1        | 1      |
        | assumed     | 2025-03-01 | pv      | 2021-05-01   | no   | no  | 0      | no        | 1        | 1      |
        | assumed     | 2025-03-01 | wind    | 2021-05-01   | no   | no  | 0      | no        | 1        | 1      |
        | assumed     | 2025-03-01 | wind    | 2021-05-01   | yes  | yes | 0      | no        | 0        | 0      |
        | assumed     | 2025-03-01 | hydro   | 2023-01-01   | yes  | no  | 0      | no        | 1        | 1      |
        | assumed     | 2025-03-01 | hydro   | 2022-12-31   | yes  | no  | 0      | no        | 0        | 0      |
        | assumed     | 2025-03-01 | storage | 2024-01-01   | yes  | no  | 0      | no        | 0        | 0      |
        | assumed     | 2025-03-01 | wind    | 2021-05-01   | yes  | no  | 1      | no        | 1        | 0      |
        | not_assumed | 2025-03-01 | wind    | 2021-05-01   | yes  | no  | 1      | no        | 1        | 1      |
        | not_assumed | 2025-03-01 | wind    | 2021-05-01   | no   | no  | 1      | no        | 1        | 1      |
        | not_assumed | 2025-03-01 | wind    | 2021-05-01   | yes  | no  | 1      | yes       | 1        | 0      |
        | not_assumed | 2024-11-01 | wind    | 2021-05-01   | yes  | no  | 1      | no        | 1        | 0      |
        | not_assumed | 2025-03-01 | wind    | 2021-05-01   | yes  | yes | 1      | no        | 0        | 0      |
        | assumed     | 2025-03-01 | wind    | 2021-05-01   | yes  | no  | 0      | yes       | 1        | 0      |
        | assumed     | 2024-11-01 | wind    | 2021-05-01   | yes  | no  | 0      | no        | 1        | 0      |

    Scenario Outline: A certificate that is not tradable backs no claim after a trade
      Given the setting one_trade is <once>
      And electricity claimed as green is 1 MWh
      And certificates are
        | serial | pieces | generated_on | source   | commissioned   | market_sold | self_use | traded         | cancelled | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | 2025-03-01   | <source> | <commissioned> | <sold>      | <own>    | <traded> times | yes       | 2026-03-31   | yes            | yes          | no             |
      When evaluated as of 2026-11-20
      Then gate G8 is <backed>

      Examples:
        | once        | source       | commissioned | sold | own | traded | backed       |
        | assumed     | hydro        | 2022-12-31   | yes  | no  | 0      | met          |
        | assumed     | hydro        | 2022-12-31   | yes  | no  | 1      | not met      |
        | not_assumed | hydro        | 2022-12-31   | yes  | no  | 1      | not met      |
        | assumed     | hydro        | 2023-01-01   | yes  | no  | 1      | met          |
        | assumed     | pv           | 2021-05-01   | no   | no  | 1      | met          |
        | assumed     | pv           | 2021-05-01   | no   | yes | 0      | met          |
        | assumed     | pv           | 2021-05-01   | yes  | yes | 1      | not met      |
        | assumed     | wind         | 2021-05-01   | yes  | no  | 1      | met          |
        | assumed     | wind         | 2021-05-01   | yes  | no  | 2      | not met      |
        | not_assumed | wind         | 2021-05-01   | yes  | no  | 2      | met          |
        | assumed     | other_source | 2021-05-01   | yes  | no  | 0      | met          |
        | assumed     | other_source | 2021-05-01   | yes  | no  | 1      | undetermined |

    Scenario: A source that the reports do not name is undetermined
      Given certificates are
        | serial | pieces | generated_on | source       | commissioned | market_sold | self_use | traded  | cancelled | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | 2025-03-01   | other_source | 2023-06-01   | yes         | no       | 0 times | no        | 2026-03-31   | yes            | yes          | no             |
      When evaluated as of 2026-11-20
      Then for certificate G-1 the rules leave the quantity tradable undetermined
      And the quantity for_trade is between 0 items and 1 item

    Scenario Outline: Full market trading is required only of hydropower from 2023
      Given electricity claimed as green is 1 MWh
      And certificates are
        | serial | pieces | generated_on | source   | commissioned   | market_sold | self_use | traded         | cancelled   | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | <generated>  | <source> | <commissioned> | <sold>      | <own>    | <traded> times | <cancelled> | 2026-03-31   | yes            | yes          | no             |
      When evaluated as of 2026-11-20
      Then for certificate G-1 the quantity tradable is <tradable>
      And gate G8 is <backed>

      Examples:
        | generated  | source     | commissioned | sold | own | traded | cancelled | tradable | backed  |
        | 2025-03-01 | wind       | 2021-05-01   | no   | no  | 1      | yes       | 1        | met     |
        | 2025-03-01 | pv         | 2024-05-01   | no   | no  | 1      | yes       | 1        | met     |
        | 2025-03-01 | biomass    | 2021-05-01   | no   | no  | 1      | yes       | 1        | met     |
        | 2025-03-01 | geothermal | 2021-05-01   | no   | no  | 1      | yes       | 1        | met     |
        | 2025-03-01 | ocean      | 2021-05-01   | no   | no  | 1      | yes       | 1        | met     |
        | 2025-03-01 | biomass    | 2021-05-01   | yes  | yes | 1      | yes       | 0        | not met |
        | 2025-03-01 | hydro      | 2023-01-01   | yes  | no  | 1      | yes       | 1        | met     |
        | 2025-03-01 | hydro      | 2023-01-01   | no   | no  | 1      | yes       | 0        | not met |
        | 2025-03-01 | hydro      | 2023-01-01   | no   | no  | 0      | yes       | 0        | not met |
        | 2025-03-01 | hydro      | 2023-01-01   | no   | yes | 0      | yes       | 0        | met     |
        | 2025-03-01 | hydro      | 2022-12-31   | no   | no  | 0      | yes       | 0        | met     |
        | 2025-03-01 | hydro      | 2026-11-20   | yes  | no  | 0      | yes       | 1        | met     |
        | 2025-03-01 | hydro      | 2026-11-21   | yes  | no  | 0      | yes       | 0        | met     |

    Scenario Outline: A future month of generation has no certificates
      Given the setting one trade only is <once>
      And certificates are
        | serial | pieces | generated_on | source | commissioned | market_sold | self_use | traded         | cancelled | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | <generated>  | wind   | 2021-05-01   | no          | no       | <traded> times | no        | 2026-03-31   | yes            | yes          | no             |
      When evaluated as of 2026-11-20
      Then the quantity held_valid is <pieces> items
      And the quantity for_trade is <pieces> items
      And no finding G2.EXPIRED is raised

      Examples:
        | once        | generated  | traded | pieces |
        | assumed     | 2026-11-20 | 0      | 1      |
        | assumed     | 2026-11-21 | 0      | 0      |
        | not_assumed | 2026-11-20 | 1      | 1      |
        | not_assumed | 2026-11-21 | 1      | 0      |

    Scenario: Without a registry extract the claim is undetermined
      Given evidence for certificates is missing
      When evaluated as of 2026-11-20
      Then gate G8 is undetermined
      And the conclusion is incomplete

  Rule: Whether a claim is backed
    Background:
      Given for each green certificate the quantity certificate is accepted for the claim (1 = yes) (counts)
        | is | when                                                                                                                | basis        |
        | 0  | cancelled is no                                                                                                     | use          |
        | 0  | source is stand-alone storage                                                                                       | tradable     |
        | 0  | certificate is valid when used or today (1 = yes) is 0                                                              | validity     |
        | 0  | number of trades is within the limit (1 = yes) is 0                                                                 | once         |
        | 0  | source is hydropower; commissioning date is from 2023-01-01; sold in full in the market is no; own use is no        | hydro-market |
        | 0  | purpose and year stated is no                                                                                       | use          |
        | 0  | cancelled for this claimant is no                                                                                   | use          |
        | 0  | used for another claim is yes                                                                                       | double       |
        | 0  | cancellation date is before the start of claim year                                                                 | claim-year   |
        | 0  | cancellation date is after the end of claim year                                                                    | claim-year   |
        | 0  | cancellation date is after the as-of date                                                                           | use          |
        | 0  | a day of the month of generation is after the end of claim year                                                     | claim-year   |
        | 0  | a day of the month of generation is before the start of claim year; accepted generation year is the claim year only | claim-year   |
        | 0  | a day of the month of generation is before the start of claim year minus 1 year                                     | claim-year   |
        | 0  | a day of the month of generation is after cancellation date                                                         | use          |
        | 1  | otherwise                                                                                                           | use          |
      And the quantity certificates accepted (counted), in items, the sum of number of certificates over certificates, on basis use
        | where                                                |
        | certificate is accepted for the claim (1 = yes) is 1 |
      And the quantity electricity backed by certificates (backed), in MWh, on basis unit
        | is                                     |
        | certificates accepted / 1 item * 1 MWh |
      And the quantity certificates missing (missing), in items, on basis unit
        | is                                                                                                |
        | max(round(electricity claimed as green / 1 MWh, 1, up) * 1 item - certificates accepted, 0 items) |
      And these gates
        | id   | gate                                                   | requires                                                            | basis      |
        | G8   | Every megawatt-hour claimed is backed by a certificate | certificates missing is 0 items                                     | use, unit  |
        | G8-Y | The claim year is not longer than a year               | the start of claim year is after the end of claim year minus 1 year | claim-year |
      And these results
        | result         | label                              | is                                 | rounded to | basis |
        | backed_mwh     | Electricity backed by certificates | electricity backed by certificates | 0 decimals | unit  |
        | pieces_missing | Certificates still missing         | certificates missing               | 0 decimals | unit  |

    Scenario Outline: Certificates accepted for a claim of 2026
      Given the setting vintage is <vintage>
      And the setting one_trade is <once>
      And electricity claimed as green is 1 MWh
      And certificates are
        | serial | pieces | generated_on | source | commissioned | market_sold | self_use | traded         | cancelled   | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | <generated>  | wind   | 2021-05-01   | yes         | no       | <traded> times | <cancelled> | <day>        | <purpose>      | <claimant>   | <elsewhere>    |
      When evaluated as of 2027-06-30
      Then for certificate G-1 the quantity counts is <counts>
      And gate G8 is <outcome>

      Examples:
        | vintage          | once        | generated  | traded | cancelled | day        | purpose | claimant | elsewhere | counts | outcome |
        | same_or_previous | assumed     | 2025-03-01 | 1      | yes       | 2026-03-31 | yes     | yes      | no        | 1      | met     |
        | same_or_previous | assumed     | 2026-03-01 | 1      | no        | 2026-03-31 | yes     | yes      | no        | 0      | not met |
        | same_or_previous | assumed     | 2025-03-01 | 2      | yes       | 2026-03-31 | yes     | yes      | no        | 0      | not met |
        | same_or_previous | not_assumed | 2025-03-01 | 2      | yes       | 2026-03-31 | yes     | yes      | no        | 1      | met     |
        | same_or_previous | assumed     | 2025-03-01 | 1      | yes       | 2026-03-31 | no      | yes      | no        | 0      | not met |
        | same_or_previous | assumed     | 2025-03-01 | 1      | yes       | 2026-03-31 | yes     | no       | no        | 0      | not met |
        | same_or_previous | assumed     | 2025-03-01 | 1      | yes       | 2026-03-31 | yes     | yes      | yes       | 0      | not met |
        | same_or_previous | assumed     | 2025-03-01 | 1      | yes       | 2025-12-31 | yes     | yes      | no        | 0      | not met |
        | same_or_previous | assumed     | 2025-03-01 | 1      | yes       | 2026-01-01 | yes     | yes      | no        | 1      | met     |
        | same_or_previous | assumed     | 2026-03-01 | 1      | yes       | 2026-12-31 | yes     | yes      | no        | 1      | met     |
        | same_or_previous | assumed     | 2026-03-01 | 1      | yes       | 2027-01-01 | yes     | yes      | no        | 0      | not met |
        | same_or_previous | assumed     | 2025-01-01 | 1      | yes       | 2026-12-31 | yes     | yes      | no        | 1      | met     |
        | same_or_previous | assumed     | 2024-12-31 | 1      | yes       | 2026-11-30 | yes     | yes      | no        | 0      | not met |
        | same_or_previous | assumed     | 2024-12-31 | 1      | yes       | 2026-12-01 | yes     | yes      | no        | 0      | not met |
        | same_year        | assumed     | 2025-12-31 | 1      | yes       | 2026-03-31 | yes     | yes      | no        | 0      | not met |
        | same_year        | assumed     | 2026-01-01 | 1      | yes       | 2026-03-31 | yes     | yes      | no        | 1      | met     |
        | same_or_previous | assumed     | 2026-03-31 | 1      | yes       | 2026-03-31 | yes     | yes      | no        | 1      | met     |
        | same_or_previous | assumed     | 2026-04-01 | 1      | yes       | 2026-03-31 | yes     | yes      | no        | 0      | not met |
        | same_or_previous | assumed     | 2027-01-01 | 1      | yes       | 2026-03-31 | yes     | yes      | no        | 0      | not met |

    Scenario Outline: Stand-alone storage has no certificates to accept
      Given electricity claimed as green is 1 MWh
      And certificates are
        | serial | pieces | generated_on | source   | commissioned | market_sold | self_use | traded  | cancelled | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | 2025-03-01   | <source> | 2024-01-01   | yes         | no       | 1 times | yes       | 2026-03-31   | yes            | yes          | no             |
      When evaluated as of 2026-11-20
      Then for certificate G-1 the quantity counts is <counts>
      And gate G8 is <outcome>

      Examples:
        | source  | counts | outcome |
        | storage | 0      | not met |
        | hydro   | 1      | met     |

    Scenario: A certificate is not accepted before its cancellation
      When evaluated as of 2026-03-30
      Then for certificate G-1 the quantity counts is 0

    Scenario Outline: Part of a megawatt-hour needs a whole certificate
      Given claimed is <claimed> MWh
      When evaluated as of 2026-11-20
      Then the quantity missing is <missing> items
      And gate G8 is <outcome>

      Examples:
        | claimed | missing | outcome |
        | 1.5     | 0       | met     |
        | 2       | 0       | met     |
        | 2.001   | 1       | not met |

    Scenario Outline: The claim year is at most one year
      Given claim_year is 2026-01-01 to <last>
      When evaluated as of 2026-11-20
      Then gate G8-Y is <outcome>

      Examples:
        | last       | outcome |
        | 2026-12-31 | met     |
        | 2027-01-01 | not met |

  Rule: Certificates issued for a month
    Background:
      Given the quantity generation to be certified (to_certify), in kWh, on basis unit
        | is                                                        |
        | generation of the month + remainder of the previous month |
      And the quantity certificates issued for the month (issued), in items, on basis unit
        | is                                                             |
        | round(generation to be certified / 1000 kWh, 1, down) * 1 item |
      And the quantity remainder carried to the next month (carried), in kWh, on basis unit
        | is                                                                                 |
        | generation to be certified - certificates issued for the month / 1 item * 1000 kWh |
      And these results
        | result       | label                               | is                                  | rounded to | basis |
        | issued_month | Certificates issued for the month   | certificates issued for the month   | 0 decimals | unit  |
        | carried_kwh  | Remainder carried to the next month | remainder carried to the next month | 0 decimals | unit  |

    Scenario Outline: 1,234,967 kWh yield 1,234 certificates and a remainder of 967 kWh
      Given month_kwh is <kwh> kWh
      And remainder is <before> kWh
      When evaluated as of 2026-11-20
      Then the quantity issued is <issued> items
      And the quantity carried is <carried> kWh

      Examples:
        | kwh     | before | issued | carried |
        | 1234567 | 400    | 1234   | 967     |
        | 1234567 | 433    | 1235   | 0       |
        | 999     | 0      | 0      | 999     |

  Rule: Existing hydropower outside the public grid
    Background:
      Given these facts
        | fact          | label                                       | type | evidence         |
        | hydro_outside | existing hydropower outside the public grid | flag |                  |
        | account_on    | date of account opening or transfer         | date | registry-extract |
        | lodged_on     | filing date of the 2023 to 2025 output      | date | registry-extract |
      And this reference case
        | fact                                        | value      |
        | existing hydropower outside the public grid | no         |
        | date of account opening or transfer         | 2026-07-31 |
        | filing date of the 2023 to 2025 output      | 2026-08-31 |
      And the quantity account is opened in time (1 = yes) (account_in_time)
        | is                                                | when                                                                                                                 | basis         |
        | 1                                                 | date of account opening or transfer is until 2026-07-31; date of account opening or transfer is until the as-of date | hydro-outside |
        | 0                                                 | the as-of date is after 2026-07-31                                                                                   | hydro-outside |
        | undetermined, because the deadline has not passed | otherwise                                                                                                            | deadline      |
      And the quantity output is filed in time (1 = yes) (lodged_in_time)
        | is                                                | when                                                                                                                       | basis         |
        | 1                                                 | filing date of the 2023 to 2025 output is until 2026-08-31; filing date of the 2023 to 2025 output is until the as-of date | hydro-outside |
        | 0                                                 | the as-of date is after 2026-08-31                                                                                         | hydro-outside |
        | undetermined, because the deadline has not passed | otherwise                                                                                                                  | deadline      |
      And these gates
        | id    | gate                           | requires                                 | applies when                                       | basis                   |
        | G5A-1 | Account opened by 31 July 2026 | account is opened in time (1 = yes) is 1 | existing hydropower outside the public grid is yes | hydro-outside, deadline |
        | G5A-2 | Output filed by 31 August 2026 | output is filed in time (1 = yes) is 1   | existing hydropower outside the public grid is yes | hydro-outside, deadline |

    Scenario Outline: One day late
      Given hydro_outside is <hydro>
      And account_on is <account>
      And lodged_on is <lodged>
      When evaluated as of 2026-11-20
      Then gate G5A-1 is <first>
      And gate G5A-2 is <second>

      Examples:
        | hydro | account    | lodged     | first          | second         |
        | yes   | 2026-07-31 | 2026-08-31 | met            | met            |
        | yes   | 2026-08-01 | 2026-09-01 | not met        | not met        |
        | no    | 2026-08-01 | 2026-09-01 | not applicable | not applicable |

    Scenario Outline: A deadline is not missed before it has passed
      Given existing hydropower outside the public grid is yes
      And date of account opening or transfer is <account>
      And filing date of the 2023 to 2025 output is <lodged>
      When evaluated as of <day>
      Then gate G5A-1 is <first>
      And gate G5A-2 is <second>

      Examples:
        | account    | lodged     | day        | first        | second       |
        | 2026-07-01 | 2026-08-01 | 2026-06-30 | undetermined | undetermined |
        | 2026-07-01 | 2026-08-01 | 2026-07-01 | met          | undetermined |
        | 2026-08-01 | 2026-09-01 | 2026-07-31 | undetermined | undetermined |
        | 2026-08-01 | 2026-09-01 | 2026-08-01 | not met      | undetermined |
        | 2026-08-01 | 2026-09-01 | 2026-08-31 | not met      | undetermined |
        | 2026-08-01 | 2026-09-01 | 2026-09-01 | not met      | not met      |
        | 2026-07-31 | 2026-08-31 | 2026-08-31 | met          | met          |
