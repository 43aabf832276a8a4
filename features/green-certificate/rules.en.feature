# language: en
Feature: Validity, trade and use

  Background:
    Given the scorecard green-certificate

  Rule: Until when a certificate is valid
    Background:
      Given for each green certificate the quantity valid when used, or today (valid)
        | is | when                                                                                                       | basis       |
        | 1  | a day of the month of generation is before 2024-01-01; cancelled is yes; cancelled on is until 2025-12-31  | before-2024 |
        | 1  | a day of the month of generation is before 2024-01-01; cancelled is no; the as-of date is until 2025-12-31 | before-2024 |
        | 0  | a day of the month of generation is before 2024-01-01                                                      | before-2024 |
        | 1  | cancelled is yes; cancelled on is before the month of a day of the month of generation plus 2 years        | last-day    |
        | 1  | cancelled is no; the as-of date is before the month of a day of the month of generation plus 2 years       | last-day    |
        | 0  | otherwise                                                                                                  | validity    |
      And the quantity certificates held that are valid (held_valid), in items, the sum of number of certificates over certificates, on basis validity, proof
        | where                                                                                                     |
        | cancelled is no; valid when used, or today is 1; a day of the month of generation is until the as-of date |
      And the quantity certificates held that have expired (held_expired), in items, the sum of number of certificates over certificates, on basis validity
        | where                                           |
        | cancelled is no; valid when used, or today is 0 |
      And these findings
        | code       | finding                        | when                                                     | severity    | basis    |
        | G2.EXPIRED | Certificates held have expired | certificates held that have expired is more than 0 items | observation | validity |
      And these results
        | result      | label                         | is                                  | rounded to | basis    |
        | valid_now   | Certificates held and valid   | certificates held that are valid    | 0 decimals | validity |
        | expired_now | Certificates held and expired | certificates held that have expired | 0 decimals | validity |

    Scenario Outline: the last valid day and the day after
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

    Scenario Outline: cancelled in the month after expiry it was void
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

  Rule: Which certificates may be traded
    Background:
      Given for each green certificate the quantity may be traded (tradable)
        | is                                                        | when                                                                                                                         | basis                  |
        | 0                                                         | source is stand-alone storage                                                                                                | tradable               |
        | 0                                                         | own use is yes                                                                                                               | tradable               |
        | 1                                                         | source is one of wind, photovoltaics, biomass, geothermal, ocean power                                                       | tradable               |
        | 1                                                         | source is hydropower; commissioned on is from 2023-01-01; commissioned on is until the as-of date; sold in the market is yes | tradable               |
        | 0                                                         | source is hydropower                                                                                                         | tradable, hydro-market |
        | undetermined, because the reports do not name this source | otherwise                                                                                                                    | tradable               |
      And for each green certificate the quantity traded no more than allowed (trade_allowed), on basis once, tradable
        | is | when                           |
        | 1  | times traded is 0 times        |
        | 0  | may be traded is 0             |
        | 1  | one trade only is not assumed  |
        | 1  | times traded is at most 1 time |
        | 0  | otherwise                      |
      And the quantity certificates that may be traded (for_trade), in items, the sum of number of certificates over certificates, on basis tradable
        | where                                                                                                                                                        |
        | cancelled is no; valid when used, or today is 1; a day of the month of generation is until the as-of date; may be traded is 1; times traded is 0 times       |
        | cancelled is no; valid when used, or today is 1; a day of the month of generation is until the as-of date; may be traded is 1; one trade only is not assumed |
      And these results
        | result       | label                               | is                              | rounded to | basis          |
        | tradable_now | Certificates that may be sold today | certificates that may be traded | 0 decimals | tradable, once |

    Scenario Outline: wind, PV and new hydropower
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

    Scenario Outline: what may not be traded backs no claim of a buyer
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

    Scenario: a source that nobody names is not guessed
      Given certificates are
        | serial | pieces | generated_on | source       | commissioned | market_sold | self_use | traded  | cancelled | cancelled_on | purpose_stated | for_claimant | used_elsewhere |
        | G-1    | 1 item | 2025-03-01   | other_source | 2023-06-01   | yes         | no       | 0 times | no        | 2026-03-31   | yes            | yes          | no             |
      When evaluated as of 2026-11-20
      Then for certificate G-1 the rules leave the quantity tradable undetermined
      And the quantity for_trade is between 0 items and 1 item

    Scenario Outline: full trade in the market is asked of hydropower from 2023 on alone
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

    Scenario Outline: a month to come has given no certificate
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

    Scenario: without an extract of the registry no certificate counts
      Given evidence for certificates is missing
      When evaluated as of 2026-11-20
      Then gate G8 is undetermined
      And the conclusion is incomplete

  Rule: Whether a claim is backed
    Background:
      Given for each green certificate the quantity counts for the claim (counts)
        | is | when                                                                                                       | basis        |
        | 0  | cancelled is no                                                                                            | use          |
        | 0  | source is stand-alone storage                                                                              | tradable     |
        | 0  | valid when used, or today is 0                                                                             | validity     |
        | 0  | traded no more than allowed is 0                                                                           | once         |
        | 0  | source is hydropower; commissioned on is from 2023-01-01; sold in the market is no; own use is no          | hydro-market |
        | 0  | purpose and year stated is no                                                                              | use          |
        | 0  | for this claimant is no                                                                                    | use          |
        | 0  | used for another claim is yes                                                                              | double       |
        | 0  | cancelled on is before the start of claim year                                                             | claim-year   |
        | 0  | cancelled on is after the end of claim year                                                                | claim-year   |
        | 0  | cancelled on is after the as-of date                                                                       | use          |
        | 0  | a day of the month of generation is after the end of claim year                                            | claim-year   |
        | 0  | a day of the month of generation is before the start of claim year; generation year is the claim year only | claim-year   |
        | 0  | a day of the month of generation is before the start of claim year minus 1 year                            | claim-year   |
        | 0  | a day of the month of generation is after cancelled on                                                     | use          |
        | 1  | otherwise                                                                                                  | use          |
      And the quantity certificates that count (counted), in items, the sum of number of certificates over certificates, on basis use
        | where                     |
        | counts for the claim is 1 |
      And the quantity electricity backed (backed), in MWh, on basis unit
        | is                                       |
        | certificates that count / 1 item * 1 MWh |
      And the quantity certificates missing (missing), in items, on basis unit
        | is                                                                                                  |
        | max(round(electricity claimed as green / 1 MWh, 1, up) * 1 item - certificates that count, 0 items) |
      And these gates
        | id   | gate                                                | requires                                                            | basis      |
        | G8   | Every megawatt-hour claimed backed by a certificate | certificates missing is 0 items                                     | use, unit  |
        | G8-Y | A claim year of a year at most                      | the start of claim year is after the end of claim year minus 1 year | claim-year |
      And these results
        | result         | label                              | is                   | rounded to | basis |
        | backed_mwh     | Electricity backed by certificates | electricity backed   | 0 decimals | unit  |
        | pieces_missing | Certificates still missing         | certificates missing | 0 decimals | unit  |

    Scenario Outline: what counts for a claim of 2026
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

    Scenario Outline: storage gets no certificate that could count
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

    Scenario: what is cancelled tomorrow does not count today
      When evaluated as of 2026-03-30
      Then for certificate G-1 the quantity counts is 0

    Scenario Outline: a part of a megawatt-hour needs a whole certificate
      Given claimed is <claimed> MWh
      When evaluated as of 2026-11-20
      Then the quantity missing is <missing> items
      And gate G8 is <outcome>

      Examples:
        | claimed | missing | outcome |
        | 1.5     | 0       | met     |
        | 2       | 0       | met     |
        | 2.001   | 1       | not met |

    Scenario Outline: a claim of one year
      Given claim_year is 2026-01-01 to <last>
      When evaluated as of 2026-11-20
      Then gate G8-Y is <outcome>

      Examples:
        | last       | outcome |
        | 2026-12-31 | met     |
        | 2027-01-01 | not met |

  Rule: How many certificates a month gives
    Background:
      Given the quantity generation to be certified (to_certify), in kWh, on basis unit
        | is                                                      |
        | generation of the month + remainder of the month before |
      And the quantity certificates of the month (issued), in items, on basis unit
        | is                                                             |
        | round(generation to be certified / 1000 kWh, 1, down) * 1 item |
      And the quantity remainder to the next month (carried), in kWh, on basis unit
        | is                                                                         |
        | generation to be certified - certificates of the month / 1 item * 1000 kWh |
      And these results
        | result       | label                               | is                          | rounded to | basis |
        | issued_month | Certificates issued for the month   | certificates of the month   | 0 decimals | unit  |
        | carried_kwh  | Remainder carried to the next month | remainder to the next month | 0 decimals | unit  |

    Scenario Outline: 1,234,967 kWh give 1,234 certificates, and 967 kWh remain
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
        | account_on    | account opened or moved on                  | date | registry-extract |
        | lodged_on     | output of 2023 to 2025 lodged on            | date | registry-extract |
      And this reference case
        | fact                                        | value      |
        | existing hydropower outside the public grid | no         |
        | account opened or moved on                  | 2026-07-31 |
        | output of 2023 to 2025 lodged on            | 2026-08-31 |
      And the quantity account in time (account_in_time)
        | is                                                | when                                                                                               | basis         |
        | 1                                                 | account opened or moved on is until 2026-07-31; account opened or moved on is until the as-of date | hydro-outside |
        | 0                                                 | the as-of date is after 2026-07-31                                                                 | hydro-outside |
        | undetermined, because the deadline has not passed | otherwise                                                                                          | deadline      |
      And the quantity output lodged in time (lodged_in_time)
        | is                                                | when                                                                                                           | basis         |
        | 1                                                 | output of 2023 to 2025 lodged on is until 2026-08-31; output of 2023 to 2025 lodged on is until the as-of date | hydro-outside |
        | 0                                                 | the as-of date is after 2026-08-31                                                                             | hydro-outside |
        | undetermined, because the deadline has not passed | otherwise                                                                                                      | deadline      |
      And these gates
        | id    | gate                            | requires                   | applies when                                       | basis                   |
        | G5A-1 | Account by 31 July 2026         | account in time is 1       | existing hydropower outside the public grid is yes | hydro-outside, deadline |
        | G5A-2 | Output lodged by 31 August 2026 | output lodged in time is 1 | existing hydropower outside the public grid is yes | hydro-outside, deadline |

    Scenario Outline: a day late
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

    Scenario Outline: a deadline that has not passed is not missed
      Given existing hydropower outside the public grid is yes
      And account opened or moved on is <account>
      And output of 2023 to 2025 lodged on is <lodged>
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
