# language: en
Feature: One inventory of credits, and the permitted uses of each

  Background:
    Given the scorecard credit-use

  Rule: Carbon tax of Singapore
    Background:
      Given the quantity evaluation year (answer_year), on basis ahead
        | is                   |
        | year(the as-of date) |
      And for each credit line the quantity year in which the crediting period begins (begun_year), on basis ahead
        | is                                        |
        | year(start of the first crediting period) |
      And for each credit line the quantity tonnes reduced so far (made), in tCO2e, on basis ahead
        | is                    | when                                                                         |
        | 0 tCO2e               | year of the reduction is more than evaluation year                           |
        | 0 tCO2e               | start of the first crediting period is after the as-of date                  |
        | 0 tCO2e               | year of the reduction is less than year in which the crediting period begins |
        | tonnes of the credits | otherwise                                                                    |
      And for each credit line the quantity eligible in Singapore (sg_line), in tCO2e, on basis sg-hosts, sg-principles, sg-listed, sg-years
        | is                    | when                                                                                                                                       |
        | 0 tCO2e               | year of the reduction is less than 2021                                                                                                    |
        | 0 tCO2e               | year of the reduction is more than 2030                                                                                                    |
        | 0 tCO2e               | host country is one of Malawi, Singapore, another country                                                                                  |
        | 0 tCO2e               | the seven principles are demonstrated is no                                                                                                |
        | 0 tCO2e               | authorisation is not authorised                                                                                                            |
        | 0 tCO2e               | the corresponding adjustment is proven is no                                                                                               |
        | 0 tCO2e               | programme is one of Climate Action Reserve, J-Credit, JCM, CCER, another programme                                                         |
        | 0 tCO2e               | activity is forests in a country with high forest cover and low deforestation                                                              |
        | 0 tCO2e               | activity is one of renewable electricity above 15 MW, other renewable electricity; covered by an exception for renewable electricity is no |
        | tonnes reduced so far | otherwise                                                                                                                                  |
      And for each credit line the quantity designated for Singapore (sg_used), in tCO2e, on basis once
        | is                    | when                                              |
        | tonnes of the credits | purpose of the credits is carbon tax of Singapore |
        | 0 tCO2e               | otherwise                                         |
      And for each credit line the quantity valid for Singapore (sg_good), in tCO2e, on basis once
        | is                    | when                                                                                                                                                                              |
        | eligible in Singapore | purpose of the credits is carbon tax of Singapore; cancelled for this purpose is yes; day of cancellation is until the as-of date; also used or claimed for another purpose is no |
        | 0 tCO2e               | otherwise                                                                                                                                                                         |
      And for each credit line the quantity available for Singapore (sg_open), in tCO2e, on basis gone
        | is                    | when                                                                                     |
        | 0 tCO2e               | also used or claimed for another purpose is yes                                          |
        | 0 tCO2e               | cancelled for this purpose is yes; purpose of the credits is not carbon tax of Singapore |
        | eligible in Singapore | otherwise                                                                                |
      And the quantity total designated for the tax of Singapore (sg_offered), in tCO2e, the sum of designated for Singapore over inventory of credits, on basis sg-cap
      And the quantity eligible for the tax of Singapore (sg_eligible), in tCO2e, the sum of valid for Singapore over inventory of credits, on basis sg-cap
      And the quantity limit in Singapore (sg_limit), in tCO2e, on basis sg-cap, whole
        | is                                                         | when                                            |
        | 0 tCO2e                                                    | date of use of the credits is before 2024-01-01 |
        | round(taxable emissions in Singapore * 5 %, 1 tCO2e, down) | otherwise                                       |
      And the quantity counted in Singapore (sg_counted), in tCO2e, on basis sg-cap
        | is                                                         |
        | min(eligible for the tax of Singapore, limit in Singapore) |
      And the quantity rate of the tax of Singapore (sg_rate), in SGD/tCO2e, on basis sg-tax
        | is                                                                                                                               | when                                          |
        | undetermined, because the tax rate of Singapore after 2027 was not found; only a target range of SGD 50 to 80 per tonne is known | date of use of the credits is from 2028-01-01 |
        | 45 SGD/tCO2e                                                                                                                     | date of use of the credits is from 2026-01-01 |
        | 25 SGD/tCO2e                                                                                                                     | date of use of the credits is from 2024-01-01 |
        | 5 SGD/tCO2e                                                                                                                      | date of use of the credits is from 2019-01-01 |
        | undetermined, because the carbon tax of Singapore begins on 2019-01-01                                                           | otherwise                                     |
      And the quantity remaining tax in Singapore (sg_tax), in SGD, on basis sg-tax
        | is                                                                                     |
        | (taxable emissions in Singapore - counted in Singapore) * rate of the tax of Singapore |
      And these gates
        | id    | gate                                                                                           | requires                                                                               | applies when                                                   | basis                                              |
        | SG-01 | Credits stay within the limit of Singapore                                                     | eligible for the tax of Singapore is at most limit in Singapore                        | total designated for the tax of Singapore is more than 0 tCO2e | sg-cap, whole                                      |
        | SG-02 | All credits designated for the tax of Singapore are eligible, cancelled and not used elsewhere | total designated for the tax of Singapore is at most eligible for the tax of Singapore | total designated for the tax of Singapore is more than 0 tCO2e | sg-listed, sg-hosts, sg-principles, sg-years, once |
      And these results
        | result            | label                                       | is                         | rounded to | basis  |
        | singapore_counted | Tonnes counted against the tax of Singapore | counted in Singapore       | 0 decimals | sg-cap |
        | singapore_tax     | Remaining tax in Singapore                  | remaining tax in Singapore | 2 decimals | sg-tax |
      And for each credit line these results
        | result         | label                                | is                      | rounded to | basis     |
        | line_singapore | Tonnes that may be used in Singapore | available for Singapore | 0 decimals | sg-listed |

    Scenario Outline: Years, hosts, programmes and activities that Singapore accepts
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme   | year of the reduction | start of the first crediting period | host country | activity   | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits  | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | <programme> | <year>                | 2021-01-01                          | <host>       | <activity> | <excepted>                                        | <principles>                          | <authorised>  | <adjusted>                             | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then for credit X1 the quantity sg_line is <tonnes> tCO2e

      Examples:
        | programme              | year | host             | activity                                                          | excepted | principles | authorised                              | adjusted | tonnes |
        | VCS                    | 2022 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2020 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 0      |
        | VCS                    | 2021 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Bhutan           | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Chile            | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Ghana            | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Mongolia         | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Papua New Guinea | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Paraguay         | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Peru             | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Rwanda           | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Viet Nam         | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Malawi           | another activity                                                  | no       | yes        | for both                                | yes      | 0      |
        | VCS                    | 2022 | Singapore        | another activity                                                  | no       | yes        | for both                                | yes      | 0      |
        | VCS                    | 2022 | another country  | another activity                                                  | no       | yes        | for both                                | yes      | 0      |
        | Gold Standard          | 2022 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | Global Carbon Council  | 2022 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | ACR                    | 2022 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | ART TREES              | 2022 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 7000   |
        | Climate Action Reserve | 2022 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 0      |
        | J-Credit               | 2022 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 0      |
        | JCM                    | 2022 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 0      |
        | CCER                   | 2022 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 0      |
        | another programme      | 2022 | Thailand         | another activity                                                  | no       | yes        | for both                                | yes      | 0      |
        | VCS                    | 2022 | Thailand         | another activity                                                  | no       | no         | for both                                | yes      | 0      |
        | VCS                    | 2022 | Thailand         | another activity                                                  | no       | yes        | not authorised                          | yes      | 0      |
        | VCS                    | 2022 | Thailand         | another activity                                                  | no       | yes        | for nationally determined contributions | yes      | 7000   |
        | VCS                    | 2022 | Thailand         | another activity                                                  | no       | yes        | for other international purposes        | yes      | 7000   |
        | VCS                    | 2022 | Thailand         | another activity                                                  | no       | yes        | for both                                | no       | 0      |
        | VCS                    | 2022 | Thailand         | forests in a country with high forest cover and low deforestation | no       | yes        | for both                                | yes      | 0      |
        | VCS                    | 2022 | Thailand         | renewable electricity above 15 MW                                 | no       | yes        | for both                                | yes      | 0      |
        | VCS                    | 2022 | Thailand         | renewable electricity above 15 MW                                 | yes      | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Thailand         | other renewable electricity                                       | no       | yes        | for both                                | yes      | 0      |
        | VCS                    | 2022 | Thailand         | other renewable electricity                                       | yes      | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Thailand         | carbon capture and storage                                        | no       | yes        | for both                                | yes      | 7000   |
        | VCS                    | 2022 | Thailand         | cookstoves under AMS-II.G or VMR0006                              | no       | yes        | for both                                | yes      | 7000   |

    Scenario Outline: Credits above the limit are not accepted
      Given taxable is <taxable> tCO2e
      And inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits  | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | <tonnes> tCO2e        | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity sg_limit is <limit> tCO2e
      And the quantity sg_counted is <counted> tCO2e
      And the quantity sg_tax is <tax> SGD
      And gate SG-01 is <outcome>
      And gate SG-02 is met

      Examples:
        | taxable | tonnes | limit | counted | tax     | outcome |
        | 200000  | 10000  | 10000 | 10000   | 8550000 | met     |
        | 200000  | 10001  | 10000 | 10000   | 8550000 | not met |
        | 200019  | 10000  | 10000 | 10000   | 8550855 | met     |
        | 200020  | 10001  | 10001 | 10001   | 8550855 | met     |
        | 0       | 1      | 0     | 0       | 0       | not met |

    Scenario Outline: Credits not cancelled, or used elsewhere, do not count
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | <cancelled>                | 2026-11-01          | <use>                  | <elsewhere>                              | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity sg_offered is <offered> tCO2e
      And the quantity sg_eligible is <eligible> tCO2e
      And gate SG-02 is <outcome>

      Examples:
        | cancelled | elsewhere | use                     | offered | eligible | outcome        |
        | yes       | no        | carbon tax of Singapore | 7000    | 7000     | met            |
        | no        | no        | carbon tax of Singapore | 7000    | 0        | not met        |
        | yes       | yes       | carbon tax of Singapore | 7000    | 0        | not met        |
        | yes       | no        | not chosen yet          | 0       | 0        | not applicable |

    Scenario Outline: Tax rate of 2026 and 2027
      Given use_on is <day>
      When evaluated as of 2027-01-31
      Then the quantity sg_tax is <tax> SGD

      Examples:
        | day        | tax     |
        | 2026-04-01 | 8550000 |
        | 2027-12-31 | 8550000 |

    Scenario Outline: Tax rates of earlier years
      Given use_on is <day>
      When evaluated as of 2027-01-31
      Then the quantity sg_tax is <tax> SGD

      Examples:
        | day        | tax     |
        | 2019-01-01 | 1000000 |
        | 2023-12-31 | 1000000 |
        | 2024-01-01 | 4750000 |
        | 2025-12-31 | 4750000 |
        | 2026-01-01 | 8550000 |

    Scenario Outline: No tax rate is known before 2019 or after 2027
      Given use_on is <day>
      When evaluated as of 2028-01-01
      Then the rules leave the quantity sg_tax undetermined

      Examples:
        | day        |
        | 2018-12-31 |
        | 2028-01-01 |

    Scenario Outline: Reductions of 2021 to 2030 count once their year has begun
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits  | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met | reductions may be reversed | years of monitoring | the activity is nature-based | share of the pooled buffer |
        | X1             | 7000 tCO2e            | VCS       | <year>                | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                               | yes                                                | no                         | 40                  | no                           | 20 %                       |
      When evaluated as of <date>
      Then for credit X1 the quantity sg_line is <tonnes> tCO2e

      Examples:
        | year | date       | tonnes |
        | 2030 | 2030-01-01 | 7000   |
        | 2030 | 2029-12-31 | 0      |
        | 2031 | 2031-12-31 | 0      |
        | 2029 | 2027-01-31 | 0      |
        | 2021 | 2027-01-31 | 7000   |

    Scenario Outline: A crediting period that has not begun has no reductions
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits  | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | <year>                | <begun>                             | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then for credit X1 the quantity sg_line is <tonnes> tCO2e
      And for credit X1 the quantity co_line is <corsia> tCO2e

      Examples:
        | year | begun      | tonnes | corsia |
        | 2027 | 2027-01-31 | 7000   | 0      |
        | 2027 | 2027-02-01 | 0      | 0      |
        | 2022 | 2022-12-31 | 7000   | 7000   |
        | 2022 | 2023-01-01 | 0      | 0      |

    Scenario Outline: No credits are accepted before 2024
      Given use_on is <day>
      When evaluated as of 2027-01-31
      Then the quantity sg_limit is <limit> tCO2e
      And gate SG-01 is <outcome>

      Examples:
        | day        | limit | outcome |
        | 2023-12-31 | 0     | not met |
        | 2024-01-01 | 10000 | met     |

    Scenario Outline: Credits cancelled for one purpose are not available for another
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme   | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met | reductions may be reversed | years of monitoring | the activity is nature-based | share of the pooled buffer |
        | X1             | 7000 tCO2e            | <programme> | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | <cancelled>                | 2026-11-01          | <use>                  | <elsewhere>                              | yes                                               | yes                           | approved                               | yes                                                | no                         | 40                  | no                           | 20 %                       |
      When evaluated as of 2027-01-31
      Then for credit X1 the quantity sg_open is <singapore> tCO2e
      And for credit X1 the quantity co_open is <corsia> tCO2e
      And for credit X1 the quantity jp_open is <japan> tCO2e
      And for credit X1 the quantity cn_open is <china> tCO2e
      And for credit X1 the quantity vc_open is <claim> tCO2e

      Examples:
        | programme | use                      | cancelled | elsewhere | singapore | corsia | japan | china | claim |
        | VCS       | not chosen yet           | no        | no        | 7000      | 7000   | 0     | 0     | 7000  |
        | VCS       | CORSIA                   | no        | no        | 7000      | 7000   | 0     | 0     | 7000  |
        | VCS       | CORSIA                   | yes       | no        | 0         | 7000   | 0     | 0     | 0     |
        | VCS       | CORSIA                   | yes       | yes       | 0         | 0      | 0     | 0     | 0     |
        | VCS       | CORSIA                   | no        | yes       | 0         | 0      | 0     | 0     | 0     |
        | VCS       | carbon tax of Singapore  | yes       | no        | 7000      | 0      | 0     | 0     | 0     |
        | VCS       | VCMI claim               | yes       | no        | 0         | 0      | 0     | 0     | 7000  |
        | J-Credit  | not chosen yet           | no        | no        | 0         | 7000   | 7000  | 0     | 7000  |
        | J-Credit  | GX-ETS of Japan          | yes       | no        | 0         | 0      | 7000  | 0     | 0     |
        | J-Credit  | CORSIA                   | yes       | no        | 0         | 7000   | 0     | 0     | 0     |
        | J-Credit  | GX-ETS of Japan          | no        | yes       | 0         | 0      | 0     | 0     | 0     |
        | CCER      | not chosen yet           | no        | no        | 0         | 7000   | 0     | 7000  | 7000  |
        | CCER      | national market of China | yes       | no        | 0         | 0      | 0     | 7000  | 0     |
        | CCER      | CORSIA                   | yes       | no        | 0         | 7000   | 0     | 0     | 0     |
        | CCER      | CORSIA                   | no        | yes       | 0         | 0      | 0     | 0     | 0     |

  Rule: CORSIA, first phase
    Background:
      Given for each credit line the quantity eligible under CORSIA (co_line), in tCO2e, on basis co-units, co-verra, co-adjusted, listed
        | is                    | when                                                                                                                                     |
        | 0 tCO2e               | the programme is approved for CORSIA 2024 to 2026 is no                                                                                  |
        | 0 tCO2e               | start of the first crediting period is before 2016-01-01                                                                                 |
        | 0 tCO2e               | year of the reduction is less than 2021                                                                                                  |
        | 0 tCO2e               | year of the reduction is more than 2026                                                                                                  |
        | 0 tCO2e               | programme is VCS; activity is one of carbon capture and storage, renewable electricity above 15 MW, cookstoves under AMS-II.G or VMR0006 |
        | 0 tCO2e               | authorisation is one of not authorised, for nationally determined contributions                                                          |
        | tonnes reduced so far | the corresponding adjustment is proven is yes                                                                                            |
        | tonnes reduced so far | the corresponding adjustment is accounted for and insured is yes                                                                         |
        | 0 tCO2e               | otherwise                                                                                                                                |
      And for each credit line the quantity designated for CORSIA (co_used), in tCO2e, on basis once
        | is                    | when                             |
        | tonnes of the credits | purpose of the credits is CORSIA |
        | 0 tCO2e               | otherwise                        |
      And for each credit line the quantity valid for CORSIA (co_good), in tCO2e, on basis once, co-late
        | is                    | when                                                                                                                                                                                                      |
        | eligible under CORSIA | purpose of the credits is CORSIA; cancelled for this purpose is yes; day of cancellation is until the as-of date; day of cancellation is until 2028-01-31; also used or claimed for another purpose is no |
        | 0 tCO2e               | otherwise                                                                                                                                                                                                 |
      And for each credit line the quantity available for CORSIA (co_open), in tCO2e, on basis gone
        | is                    | when                                                                    |
        | 0 tCO2e               | also used or claimed for another purpose is yes                         |
        | 0 tCO2e               | cancelled for this purpose is yes; purpose of the credits is not CORSIA |
        | eligible under CORSIA | otherwise                                                               |
      And the quantity total designated for CORSIA (co_offered), in tCO2e, the sum of designated for CORSIA over inventory of credits, on basis co-units
      And the quantity counted under CORSIA (co_counted), in tCO2e, the sum of valid for CORSIA over inventory of credits, on basis co-units
      And the quantity units due under CORSIA (co_due), in tCO2e, on basis co-due
        | is                                                         |
        | covered emissions of flights * growth factor of the sector |
      And the quantity units missing under CORSIA (co_missing), in tCO2e, on basis co-due
        | is                                                          |
        | max(units due under CORSIA - counted under CORSIA, 0 tCO2e) |
      And these gates
        | id    | gate                                                                                     | requires                                                    | applies when                                     | basis                                          |
        | CO-01 | All credits designated for CORSIA are eligible, cancelled in time and not used elsewhere | total designated for CORSIA is at most counted under CORSIA | total designated for CORSIA is more than 0 tCO2e | co-units, co-verra, co-adjusted, co-late, once |
      And these results
        | result         | label                      | is                         | rounded to | basis  |
        | corsia_due     | Units due under CORSIA     | units due under CORSIA     | 2 decimals | co-due |
        | corsia_missing | Units missing under CORSIA | units missing under CORSIA | 2 decimals | co-due |
      And for each credit line these results
        | result      | label                                | is                   | rounded to | basis    |
        | line_corsia | Tonnes that may be used under CORSIA | available for CORSIA | 0 decimals | co-units |

    Scenario Outline: Units eligible under CORSIA
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme   | year of the reduction | start of the first crediting period | host country | activity   | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | <programme> | <year>                | <begun>                             | Thailand     | <activity> | no                                                | yes                                   | <authorised>  | <adjusted>                             | <insured>                                                 | yes          | no                                                       | yes                        | 2026-11-01          | CORSIA                 | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then for credit X1 the quantity co_line is <tonnes> tCO2e

      Examples:
        | programme     | year | begun      | activity                                                          | authorised                              | adjusted | insured | tonnes |
        | VCS           | 2022 | 2016-01-01 | another activity                                                  | for both                                | yes      | no      | 7000   |
        | ACR           | 2022 | 2016-01-01 | another activity                                                  | for both                                | yes      | no      | 7000   |
        | ART TREES     | 2022 | 2016-01-01 | another activity                                                  | for both                                | yes      | no      | 7000   |
        | Gold Standard | 2022 | 2016-01-01 | another activity                                                  | for both                                | yes      | no      | 7000   |
        | VCS           | 2022 | 2015-12-31 | another activity                                                  | for both                                | yes      | no      | 0      |
        | VCS           | 2020 | 2016-01-01 | another activity                                                  | for both                                | yes      | no      | 0      |
        | VCS           | 2021 | 2016-01-01 | another activity                                                  | for both                                | yes      | no      | 7000   |
        | VCS           | 2026 | 2016-01-01 | another activity                                                  | for both                                | yes      | no      | 7000   |
        | VCS           | 2027 | 2016-01-01 | another activity                                                  | for both                                | yes      | no      | 0      |
        | VCS           | 2022 | 2016-01-01 | carbon capture and storage                                        | for both                                | yes      | no      | 0      |
        | Gold Standard | 2022 | 2016-01-01 | carbon capture and storage                                        | for both                                | yes      | no      | 7000   |
        | VCS           | 2022 | 2016-01-01 | renewable electricity above 15 MW                                 | for both                                | yes      | no      | 0      |
        | Gold Standard | 2022 | 2016-01-01 | renewable electricity above 15 MW                                 | for both                                | yes      | no      | 7000   |
        | VCS           | 2022 | 2016-01-01 | cookstoves under AMS-II.G or VMR0006                              | for both                                | yes      | no      | 0      |
        | Gold Standard | 2022 | 2016-01-01 | cookstoves under AMS-II.G or VMR0006                              | for both                                | yes      | no      | 7000   |
        | VCS           | 2022 | 2016-01-01 | other renewable electricity                                       | for both                                | yes      | no      | 7000   |
        | VCS           | 2022 | 2016-01-01 | forests in a country with high forest cover and low deforestation | for both                                | yes      | no      | 7000   |
        | VCS           | 2022 | 2016-01-01 | another activity                                                  | not authorised                          | yes      | no      | 0      |
        | VCS           | 2022 | 2016-01-01 | another activity                                                  | for nationally determined contributions | yes      | no      | 0      |
        | VCS           | 2022 | 2016-01-01 | another activity                                                  | for other international purposes        | yes      | no      | 7000   |
        | VCS           | 2022 | 2016-01-01 | another activity                                                  | for both                                | no       | no      | 0      |
        | VCS           | 2022 | 2016-01-01 | another activity                                                  | for both                                | no       | yes     | 7000   |
        | VCS           | 2022 | 2016-01-01 | another activity                                                  | for both                                | yes      | yes     | 7000   |

    Scenario Outline: Units must be cancelled in time and used once
      Given flown is 100000 tCO2e
      And growth is 8 %
      And inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | <cancelled>                | <day>               | <use>                  | <elsewhere>                              | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2028-06-30
      Then the quantity co_due is 8000 tCO2e
      And the quantity co_counted is <counted> tCO2e
      And the quantity co_missing is <missing> tCO2e
      And gate CO-01 is <outcome>

      Examples:
        | use        | cancelled | day        | elsewhere | counted | missing | outcome        |
        | CORSIA     | yes       | 2028-01-31 | no        | 7000    | 1000    | met            |
        | CORSIA     | yes       | 2028-02-01 | no        | 0       | 8000    | not met        |
        | CORSIA     | no        | 2028-01-31 | no        | 0       | 8000    | not met        |
        | CORSIA     | yes       | 2028-01-31 | yes       | 0       | 8000    | not met        |
        | VCMI claim | yes       | 2028-01-31 | no        | 0       | 8000    | not applicable |

    Scenario Outline: The applicant states the approval of each programme
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme   | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met | reductions may be reversed | years of monitoring | the activity is nature-based | share of the pooled buffer |
        | X1             | 7000 tCO2e            | <programme> | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | CORSIA                 | no                                       | <listed>                                          | yes                           | approved                               | yes                                                | no                         | 40                  | no                           | 20 %                       |
      When evaluated as of 2027-01-31
      Then for credit X1 the quantity co_line is <tonnes> tCO2e
      And gate CO-01 is <outcome>

      Examples:
        | programme              | listed | tonnes | outcome |
        | Climate Action Reserve | yes    | 7000   | met     |
        | Climate Action Reserve | no     | 0      | not met |
        | Global Carbon Council  | yes    | 7000   | met     |
        | Global Carbon Council  | no     | 0      | not met |
        | J-Credit               | yes    | 7000   | met     |
        | J-Credit               | no     | 0      | not met |
        | JCM                    | yes    | 7000   | met     |
        | JCM                    | no     | 0      | not met |
        | CCER                   | yes    | 7000   | met     |
        | CCER                   | no     | 0      | not met |
        | another programme      | yes    | 7000   | met     |
        | another programme      | no     | 0      | not met |
        | VCS                    | no     | 0      | not met |

    Scenario Outline: Without information on the programme the gate is undetermined, not failed
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme   | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met | reductions may be reversed | years of monitoring | the activity is nature-based | share of the pooled buffer |
        | X1             | 7000 tCO2e            | <programme> | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | CORSIA                 | no                                       | yes                           | approved                               | yes                                                | no                         | 40                  | no                           | 20 %                       |
      When evaluated as of 2027-01-31
      Then gate CO-01 is undetermined

      Examples:
        | programme              |
        | Climate Action Reserve |
        | Global Carbon Council  |
        | J-Credit               |
        | JCM                    |
        | CCER                   |
        | another programme      |

    Scenario: Units due for 500,000 tonnes of covered emissions
      When evaluated as of 2027-01-31
      Then the quantity co_due is 75000 tCO2e
      And the quantity co_missing is 75000 tCO2e

    Scenario: More units than due leave none missing
      Given flown is 10000 tCO2e
      And inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | CORSIA                 | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity co_missing is 0 tCO2e

  Rule: Markets of Japan, China and Korea
    Background:
      Given for each credit line the quantity eligible in Japan (jp_line), in tCO2e, on basis gx
        | is                    | when                              |
        | tonnes reduced so far | programme is one of J-Credit, JCM |
        | 0 tCO2e               | otherwise                         |
      And for each credit line the quantity designated for Japan (jp_used), in tCO2e, on basis once
        | is                    | when                                      |
        | tonnes of the credits | purpose of the credits is GX-ETS of Japan |
        | 0 tCO2e               | otherwise                                 |
      And for each credit line the quantity valid for Japan (jp_good), in tCO2e, on basis once
        | is                | when                                                                                                                                                                      |
        | eligible in Japan | purpose of the credits is GX-ETS of Japan; cancelled for this purpose is yes; day of cancellation is until the as-of date; also used or claimed for another purpose is no |
        | 0 tCO2e           | otherwise                                                                                                                                                                 |
      And for each credit line the quantity available for Japan (jp_open), in tCO2e, on basis gone
        | is                | when                                                                             |
        | 0 tCO2e           | also used or claimed for another purpose is yes                                  |
        | 0 tCO2e           | cancelled for this purpose is yes; purpose of the credits is not GX-ETS of Japan |
        | eligible in Japan | otherwise                                                                        |
      And the quantity total designated for Japan (jp_offered), in tCO2e, the sum of designated for Japan over inventory of credits, on basis gx
      And the quantity eligible credits in Japan (jp_eligible), in tCO2e, the sum of valid for Japan over inventory of credits, on basis gx
      And the quantity limit in Japan (jp_limit), in tCO2e, on basis gx, whole
        | is                                                     |
        | round(actual emissions in Japan * 10 %, 1 tCO2e, down) |
      And the quantity counted in Japan (jp_counted), in tCO2e, on basis gx
        | is                                             |
        | min(eligible credits in Japan, limit in Japan) |
      And the quantity shortfall in Japan (jp_short), in tCO2e, on basis gx
        | is                                                                                    | when                                                                    |
        | 0 tCO2e                                                                               | mean direct emissions of three years in Japan is less than 100000 tCO2e |
        | max(actual emissions in Japan - allowances held in Japan - counted in Japan, 0 tCO2e) | otherwise                                                               |
      And the quantity ceiling price in Japan (jp_ceiling), in JPY/tCO2e, on basis gx-charge
        | is                                                                               | when                                            |
        | undetermined, because the GX-ETS of Japan begins on 2026-04-01                   | date of use of the credits is before 2026-04-01 |
        | 4300 JPY/tCO2e                                                                   | date of use of the credits is until 2027-03-31  |
        | undetermined, because the ceiling price after the fiscal year 2026 was not found | otherwise                                       |
      And the quantity charge in Japan (jp_charge), in JPY, on basis gx-charge
        | is                                                |
        | shortfall in Japan * ceiling price in Japan * 1.1 |
      And for each credit line the quantity eligible in China (cn_line), in tCO2e, on basis cn
        | is                    | when                                                                              |
        | tonnes reduced so far | programme is CCER; project of a company inside the national market of China is no |
        | 0 tCO2e               | otherwise                                                                         |
      And for each credit line the quantity designated for China (cn_used), in tCO2e, on basis once
        | is                    | when                                               |
        | tonnes of the credits | purpose of the credits is national market of China |
        | 0 tCO2e               | otherwise                                          |
      And for each credit line the quantity valid for China (cn_good), in tCO2e, on basis once
        | is                | when                                                                                                                                                                               |
        | eligible in China | purpose of the credits is national market of China; cancelled for this purpose is yes; day of cancellation is until the as-of date; also used or claimed for another purpose is no |
        | 0 tCO2e           | otherwise                                                                                                                                                                          |
      And for each credit line the quantity available for China (cn_open), in tCO2e, on basis gone
        | is                | when                                                                                      |
        | 0 tCO2e           | also used or claimed for another purpose is yes                                           |
        | 0 tCO2e           | cancelled for this purpose is yes; purpose of the credits is not national market of China |
        | eligible in China | otherwise                                                                                 |
      And the quantity total designated for China (cn_offered), in tCO2e, the sum of designated for China over inventory of credits, on basis cn
      And the quantity eligible credits in China (cn_eligible), in tCO2e, the sum of valid for China over inventory of credits, on basis cn
      And the quantity limit in China (cn_limit), in tCO2e, on basis cn, whole
        | is                                                                         |
        | round(allowances due in the national market of China * 5 %, 1 tCO2e, down) |
      And the quantity counted in China (cn_counted), in tCO2e, on basis cn
        | is                                             |
        | min(eligible credits in China, limit in China) |
      And for each credit line the quantity designated for Korea (kr_used), in tCO2e, on basis once
        | is                    | when                                     |
        | tonnes of the credits | purpose of the credits is K-ETS of Korea |
        | 0 tCO2e               | otherwise                                |
      And the quantity total designated for Korea (kr_offered), in tCO2e, the sum of designated for Korea over inventory of credits, on basis kr
      And the quantity limit in Korea (kr_limit), in tCO2e, on basis kr
        | is                                                                                                       | when                                                 |
        | round(allowances due in Korea * limit entered for Korea, 1 tCO2e, down)                                  | the limit of Korea is entered with its source is yes |
        | undetermined, because the limit on credits for 2026 to 2030 was not found; enter a limit with its source | otherwise                                            |
      And these gates
        | id    | gate                                                                            | requires                                                        | applies when                                    | basis     |
        | GX-02 | Credits stay within the limit of Japan                                          | eligible credits in Japan is at most limit in Japan             | total designated for Japan is more than 0 tCO2e | gx, whole |
        | GX-03 | All credits designated for Japan are eligible, cancelled and not used elsewhere | total designated for Japan is at most eligible credits in Japan | total designated for Japan is more than 0 tCO2e | gx, once  |
        | GX-04 | No shortfall in Japan                                                           | shortfall in Japan is 0 tCO2e                                   | total designated for Japan is more than 0 tCO2e | gx        |
        | CN-01 | Credits stay within the limit of the national market of China                   | eligible credits in China is at most limit in China             | total designated for China is more than 0 tCO2e | cn, whole |
        | CN-02 | All credits designated for China are eligible, cancelled and not used elsewhere | total designated for China is at most eligible credits in China | total designated for China is more than 0 tCO2e | cn, once  |
        | KR-02 | Credits stay within the limit of Korea                                          | total designated for Korea is at most limit in Korea            | total designated for Korea is more than 0 tCO2e | kr        |
      And these results
        | result        | label                             | is                 | rounded to | basis     |
        | japan_counted | Tonnes counted in Japan           | counted in Japan   | 0 decimals | gx        |
        | japan_short   | Shortfall in Japan                | shortfall in Japan | 2 decimals | gx        |
        | japan_charge  | Charge for the shortfall in Japan | charge in Japan    | 2 decimals | gx-charge |
        | china_counted | Tonnes counted in China           | counted in China   | 0 decimals | cn        |
      And for each credit line these results
        | result     | label                            | is                  | rounded to | basis |
        | line_japan | Tonnes that may be used in Japan | available for Japan | 0 decimals | gx    |
        | line_china | Tonnes that may be used in China | available for China | 0 decimals | cn    |

    Scenario Outline: Credits up to ten per cent of actual emissions in Japan
      Given actual is <actual> tCO2e
      And allowances is <held> tCO2e
      And inventory of credits are
        | serial numbers | tonnes of the credits | programme   | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | <tonnes> tCO2e        | <programme> | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | <cancelled>                | 2026-11-01          | GX-ETS of Japan        | <elsewhere>                              | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity jp_counted is <counted> tCO2e
      And the quantity jp_short is <short> tCO2e
      And the quantity jp_charge is <charge> JPY
      And gate GX-02 is <limit>
      And gate GX-03 is <kinds>
      And gate GX-04 is <enough>

      Examples:
        | actual  | held   | programme | tonnes | cancelled | elsewhere | counted | short | charge    | limit   | kinds   | enough  |
        | 1000000 | 945000 | J-Credit  | 55000  | yes       | no        | 55000   | 0     | 0         | met     | met     | met     |
        | 1000000 | 945000 | JCM       | 54999  | yes       | no        | 54999   | 1     | 4730      | met     | met     | not met |
        | 1000000 | 945000 | VCS       | 55000  | yes       | no        | 0       | 55000 | 260150000 | met     | not met | not met |
        | 1000000 | 945000 | J-Credit  | 55000  | no        | no        | 0       | 55000 | 260150000 | met     | not met | not met |
        | 1000000 | 945000 | J-Credit  | 55000  | yes       | yes       | 0       | 55000 | 260150000 | met     | not met | not met |
        | 1000000 | 890000 | J-Credit  | 100000 | yes       | no        | 100000  | 10000 | 47300000  | met     | met     | not met |
        | 1000000 | 890000 | J-Credit  | 100001 | yes       | no        | 100000  | 10000 | 47300000  | not met | met     | not met |
        | 1000009 | 890000 | J-Credit  | 100001 | yes       | no        | 100000  | 10009 | 47342570  | not met | met     | not met |
        | 1000000 | 990000 | J-Credit  | 55000  | yes       | no        | 55000   | 0     | 0         | met     | met     | met     |

    Scenario Outline: Coverage in Japan from 100,000 tonnes
      Given mean_direct is <mean> tCO2e
      When evaluated as of 2027-01-31
      Then the quantity jp_short is <short> tCO2e
      And gate GX-04 is not applicable

      Examples:
        | mean     | short |
        | 100000   | 55000 |
        | 99999.99 | 0     |

    Scenario Outline: The ceiling price is known for one fiscal year
      Given use_on is <day>
      When evaluated as of 2027-04-01
      Then <charge>

      Examples:
        | day        | charge                                              |
        | 2026-03-31 | the rules leave the quantity jp_charge undetermined |
        | 2026-04-01 | the quantity jp_charge is 260150000 JPY             |
        | 2027-03-31 | the quantity jp_charge is 260150000 JPY             |
        | 2027-04-01 | the rules leave the quantity jp_charge undetermined |

    Scenario: Without a shortfall there is no charge, whatever the ceiling price
      Given allowances is 1000000 tCO2e
      And use_on is 2027-04-01
      When evaluated as of 2027-04-01
      Then the quantity jp_charge is 0 JPY

    Scenario Outline: Credits up to five per cent of the allowances due in China
      Given amount_due is <due> tCO2e
      And inventory of credits are
        | serial numbers | tonnes of the credits | programme   | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits   | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | <tonnes> tCO2e        | <programme> | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | <inside>                                                 | <cancelled>                | 2026-11-01          | national market of China | <elsewhere>                              | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity cn_counted is <counted> tCO2e
      And gate CN-01 is <limit>
      And gate CN-02 is <kinds>

      Examples:
        | due    | programme | tonnes | inside | cancelled | elsewhere | counted | limit   | kinds   |
        | 100000 | CCER      | 5000   | no     | yes       | no        | 5000    | met     | met     |
        | 100000 | CCER      | 5001   | no     | yes       | no        | 5000    | not met | met     |
        | 100019 | CCER      | 5001   | no     | yes       | no        | 5000    | not met | met     |
        | 100020 | CCER      | 5001   | no     | yes       | no        | 5001    | met     | met     |
        | 100000 | CCER      | 5000   | yes    | yes       | no        | 0       | met     | not met |
        | 100000 | CCER      | 5000   | no     | no        | no        | 0       | met     | not met |
        | 100000 | CCER      | 5000   | no     | yes       | yes       | 0       | met     | not met |
        | 100000 | VCS       | 5000   | no     | yes       | no        | 0       | met     | not met |

    Scenario Outline: Without an entered limit the gate of Korea is undetermined
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | <use>                  | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then gate KR-02 is <outcome>
      And the conclusion is <conclusion>

      Examples:
        | use            | outcome        | conclusion |
        | K-ETS of Korea | undetermined   | incomplete |
        | not chosen yet | not applicable | scored     |

    Scenario Outline: An entered limit of Korea applies
      Given due_korea is <due> tCO2e
      And limit_known is yes
      And limit_entered is 5 %
      And inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | <tonnes> tCO2e        | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | K-ETS of Korea         | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then gate KR-02 is <outcome>

      Examples:
        | due    | tonnes | outcome |
        | 100000 | 5000   | met     |
        | 100000 | 5001   | not met |
        | 100019 | 5001   | not met |
        | 100020 | 5001   | met     |

    Scenario: Credits cancelled after the as-of date do not count for the carbon tax of Singapore
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits  | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2027-02-01          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity sg_eligible is 0 tCO2e

    Scenario: Units cancelled after the as-of date do not count for CORSIA
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2027-02-01          | CORSIA                 | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity co_counted is 0 tCO2e

    Scenario: Credits cancelled after the as-of date do not count in Japan
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | JCM       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2027-02-01          | GX-ETS of Japan        | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity jp_counted is 0 tCO2e

    Scenario: Credits cancelled after the as-of date do not count in China
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits   | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | CCER      | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2027-02-01          | national market of China | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity cn_counted is 0 tCO2e

    Scenario: Credits cancelled after the as-of date do not count for a claim
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2027-02-01          | VCMI claim             | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity vc_counted is 0 tCO2e

  Rule: Claims, targets, and single use of each tonne
    Background:
      Given for each credit line the quantity eligible for a claim (vc_line), in tCO2e, on basis vc-units, vc-interim, agree
        | is                    | when                                                                                                                                            |
        | 0 tCO2e               | labelled CCP is yes; the programme is CCP-eligible is no                                                                                        |
        | 0 tCO2e               | labelled CCP is yes; status of the method in the ICVCM list is one of not approved, grid renewable electricity assessed in 2024                 |
        | 0 tCO2e               | labelled CCP is yes; status of the method in the ICVCM list is approved on conditions; the conditions of the approval are shown to be met is no |
        | tonnes reduced so far | labelled CCP is yes                                                                                                                             |
        | eligible under CORSIA | CORSIA units without the CCP label, for a claim is taken                                                                                        |
        | 0 tCO2e               | otherwise                                                                                                                                       |
      And for each credit line the quantity designated for a claim (vc_used), in tCO2e, on basis once
        | is                    | when                                 |
        | tonnes of the credits | purpose of the credits is VCMI claim |
        | 0 tCO2e               | otherwise                            |
      And for each credit line the quantity valid for a claim (vc_good), in tCO2e, on basis once
        | is                   | when                                                                                                                                                                 |
        | eligible for a claim | purpose of the credits is VCMI claim; cancelled for this purpose is yes; day of cancellation is until the as-of date; also used or claimed for another purpose is no |
        | 0 tCO2e              | otherwise                                                                                                                                                            |
      And for each credit line the quantity available for a claim (vc_open), in tCO2e, on basis gone
        | is                   | when                                                                        |
        | 0 tCO2e              | also used or claimed for another purpose is yes                             |
        | 0 tCO2e              | cancelled for this purpose is yes; purpose of the credits is not VCMI claim |
        | eligible for a claim | otherwise                                                                   |
      And for each credit line the quantity tonnes that meet the criteria of ICVCM (ic_line), in tCO2e, on basis ic-programme, ic-method, ic-permanence, ic-binary, listed
        | is                    | when                                                                                                                       |
        | 0 tCO2e               | the programme is CCP-eligible is no                                                                                        |
        | 0 tCO2e               | status of the method in the ICVCM list is one of not approved, grid renewable electricity assessed in 2024                 |
        | 0 tCO2e               | status of the method in the ICVCM list is approved on conditions; the conditions of the approval are shown to be met is no |
        | 0 tCO2e               | reductions may be reversed is yes; years of monitoring is less than 40                                                     |
        | 0 tCO2e               | the activity is nature-based is yes; share of the pooled buffer is less than 20 %                                          |
        | tonnes reduced so far | otherwise                                                                                                                  |
      And the quantity total designated for a claim (vc_offered), in tCO2e, the sum of designated for a claim over inventory of credits, on basis vc-units
      And the quantity counted for a claim (vc_counted), in tCO2e, the sum of valid for a claim over inventory of credits, on basis vc-units
      And the quantity share of the remaining emissions (vc_share), in %, on basis vc-november, surplus
        | is                                                                          | when                                                                                                                        |
        | 100 %                                                                       | remaining emissions of the company is more than 0 tCO2e; counted for a claim is at least remaining emissions of the company |
        | counted for a claim / remaining emissions of the company                    | remaining emissions of the company is more than 0 tCO2e                                                                     |
        | undetermined, because no remaining emissions exist that a claim could cover | otherwise                                                                                                                   |
      And the quantity credits allowed for the gap in scope 3 (gap_limit), in tCO2e, on basis vc-gap
        | is                                                |
        | scope 3 emissions on the target trajectory * 25 % |
      And the quantity credits allowed by the beta text (beta_limit), in tCO2e, on basis vc-beta
        | is                                            |
        | scope 3 emissions covered by the claim * 50 % |
      And these conditions
        | condition | label                                   | holds when                                                                                                                                                                                                                    | basis |
        | founded   | all foundational criteria are satisfied | the inventory is public is yes; validated near-term target with net zero by 2050 is yes; progress on track to the near-term target is yes; advocacy does not work against the Paris goals is yes; the claim is assured is yes | vc    |
      And the quantity tier of June 2023 (1 = silver / 2 = gold / 3 = platinum) (vc_june), on basis vc-june
        | is | when                                                  |
        | 0  | all foundational criteria are satisfied does not hold |
        | 3  | share of the remaining emissions is at least 100 %    |
        | 2  | share of the remaining emissions is at least 60 %     |
        | 1  | share of the remaining emissions is at least 20 %     |
        | 0  | otherwise                                             |
      And the quantity tier of November 2023 (1 = silver / 2 = gold / 3 = platinum) (vc_november), on basis vc-november
        | is | when                                                  |
        | 0  | all foundational criteria are satisfied does not hold |
        | 3  | share of the remaining emissions is at least 100 %    |
        | 2  | share of the remaining emissions is at least 50 %     |
        | 1  | share of the remaining emissions is at least 10 %     |
        | 0  | otherwise                                             |
      And for each credit line the quantity designated for a target (tg_used), in tCO2e, on basis target
        | is                    | when                                                |
        | tonnes of the credits | purpose of the credits is reaching a target of SBTi |
        | 0 tCO2e               | otherwise                                           |
      And the quantity total of credits designated for a target (tg_all), in tCO2e, the sum of designated for a target over inventory of credits, on basis target
      And for each credit line the quantity used twice (twice), in tCO2e, on basis once
        | is                    | when                                           |
        | 0 tCO2e               | also used or claimed for another purpose is no |
        | 0 tCO2e               | purpose of the credits is not chosen yet       |
        | tonnes of the credits | otherwise                                      |
      And the quantity tonnes used twice (twice_all), in tCO2e, the sum of used twice over inventory of credits, on basis once
      And for each credit line the quantity free (free), in tCO2e, on basis once
        | is                    | when                                                                                                                       |
        | tonnes reduced so far | purpose of the credits is not chosen yet; cancelled for this purpose is no; also used or claimed for another purpose is no |
        | 0 tCO2e               | otherwise                                                                                                                  |
      And the quantity unused credits (free_all), in tCO2e, the sum of free over inventory of credits, on basis once
      And these gates
        | id      | gate                                                                              | requires                                                                         | applies when                                                                                                                                       | basis          |
        | VC-01   | Foundational criteria of a claim                                                  | all foundational criteria are satisfied holds                                    | total designated for a claim is more than 0 tCO2e                                                                                                  | vc             |
        | VC-02   | All credits designated for a claim are eligible, cancelled and not used elsewhere | total designated for a claim is at most counted for a claim                      | total designated for a claim is more than 0 tCO2e                                                                                                  | vc-units, once |
        | VC-06   | The claim does not use the words neutral or offset                                | the claim uses the word neutral or offset is no                                  | total designated for a claim is more than 0 tCO2e                                                                                                  | vc-words       |
        | VC-08-A | Credits cover at most half of the scope 3 emissions in the claim                  | credits used for a scope 3 gap is at most credits allowed by the beta text       | credits used for a scope 3 gap is more than 0 tCO2e; date of use of the credits is from 2024-09-01; date of use of the credits is until 2025-04-29 | vc-beta        |
        | VC-08-B | Credits are not used for a scope 3 gap after 2035                                 | year of the scope 3 gap is at most 2035                                          | credits used for a scope 3 gap is more than 0 tCO2e; date of use of the credits is from 2024-09-01; date of use of the credits is until 2025-04-29 | vc-beta        |
        | VC-09   | Credits cover at most a quarter of the scope 3 emissions on the trajectory        | credits used for a scope 3 gap is at most credits allowed for the gap in scope 3 | credits used for a scope 3 gap is more than 0 tCO2e; date of use of the credits is from 2025-04-30                                                 | vc-gap         |
        | BV-01   | No credits towards a target                                                       | total of credits designated for a target is 0 tCO2e                              |                                                                                                                                                    | target         |
        | DU-01   | Each tonne is used once                                                           | tonnes used twice is 0 tCO2e                                                     |                                                                                                                                                    | once           |
      And these results
        | result        | label                                                                         | is                                                           | rounded to | basis       |
        | claim_share   | Share of the remaining emissions                                              | share of the remaining emissions                             | 2 decimals | vc-november |
        | tier_june     | Tier under the interpretation of June 2023 (1 silver, 2 gold, 3 platinum)     | tier of June 2023 (1 = silver / 2 = gold / 3 = platinum)     | 0 decimals | vc-june     |
        | tier_november | Tier under the interpretation of November 2023 (1 silver, 2 gold, 3 platinum) | tier of November 2023 (1 = silver / 2 = gold / 3 = platinum) | 0 decimals | vc-november |
        | credits_left  | Unused credits                                                                | unused credits                                               | 0 decimals | once        |
        | credits_twice | Credits used twice                                                            | tonnes used twice                                            | 0 decimals | once        |
      And for each credit line these results
        | result     | label                                                       | is                                     | rounded to | basis        |
        | line_claim | Tonnes that may be used for a claim                         | available for a claim                  | 0 decimals | vc-units     |
        | line_ccp   | Tonnes that meet the criteria of the Core Carbon Principles | tonnes that meet the criteria of ICVCM | 0 decimals | ic-programme |

    Scenario Outline: Tiers under two interpretations
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | <tonnes> tCO2e        | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | VCMI claim             | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity vc_june is <june>
      And the quantity vc_november is <november>
      And gate VC-01 is met
      And gate VC-02 is met
      And gate VC-06 is met

      Examples:
        | tonnes | june | november |
        | 7999   | 0    | 0        |
        | 8000   | 0    | 1        |
        | 15999  | 0    | 1        |
        | 16000  | 1    | 1        |
        | 39999  | 1    | 1        |
        | 40000  | 1    | 2        |
        | 47999  | 1    | 2        |
        | 48000  | 2    | 2        |
        | 79999  | 2    | 2        |
        | 80000  | 3    | 3        |
        | 80001  | 3    | 3        |

    Scenario Outline: Each foundational criterion is required
      Given <change>
      And inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 80000 tCO2e           | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | VCMI claim             | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then gate VC-01 is not met
      And the quantity vc_june is 0
      And the quantity vc_november is 0

      Examples:
        | change          |
        | inventory is no |
        | targets is no   |
        | on_track is no  |
        | advocacy is no  |
        | assured is no   |

    Scenario Outline: Credits that support a claim
      Given the setting CORSIA units without the CCP label, for a claim is <interim>
      And says_neutral is <neutral>
      And inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | <label>      | no                                                       | <cancelled>                | 2026-11-01          | <use>                  | <elsewhere>                              | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity vc_counted is <counted> tCO2e
      And gate VC-02 is <counts>
      And gate VC-06 is <words>

      Examples:
        | interim   | neutral | use        | label | cancelled | elsewhere | counted | counts         | words          |
        | not_taken | no      | VCMI claim | yes   | yes       | no        | 7000    | met            | met            |
        | not_taken | yes     | VCMI claim | yes   | yes       | no        | 7000    | met            | not met        |
        | not_taken | no      | VCMI claim | no    | yes       | no        | 0       | not met        | met            |
        | taken     | no      | VCMI claim | no    | yes       | no        | 7000    | met            | met            |
        | not_taken | no      | VCMI claim | yes   | no        | no        | 0       | not met        | met            |
        | not_taken | no      | VCMI claim | yes   | yes       | yes       | 0       | not met        | met            |
        | not_taken | yes     | CORSIA     | yes   | yes       | no        | 0       | not applicable | not applicable |

    Scenario Outline: A label that contradicts its line supports no claim
      Given the setting CORSIA units without the CCP label, for a claim is taken
      And inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 80000 tCO2e           | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | <label>      | no                                                       | yes                        | 2026-11-01          | VCMI claim             | no                                       | yes                                               | <eligible>                    | <method>                               | <shown>                                            |
      When evaluated as of 2027-01-31
      Then the quantity vc_counted is <counted> tCO2e
      And the quantity vc_november is <tier>
      And gate VC-02 is <outcome>

      Examples:
        | label | eligible | method                                      | shown | counted | tier | outcome |
        | yes   | yes      | approved                                    | no    | 80000   | 3    | met     |
        | yes   | no       | approved                                    | no    | 0       | 0    | not met |
        | no    | no       | approved                                    | no    | 80000   | 3    | met     |
        | yes   | yes      | not approved                                | yes   | 0       | 0    | not met |
        | no    | yes      | not approved                                | yes   | 80000   | 3    | met     |
        | yes   | yes      | grid renewable electricity assessed in 2024 | yes   | 0       | 0    | not met |
        | yes   | yes      | approved on conditions                      | yes   | 80000   | 3    | met     |
        | yes   | yes      | approved on conditions                      | no    | 0       | 0    | not met |
        | no    | yes      | approved on conditions                      | no    | 80000   | 3    | met     |

    Scenario: By default a claim may use CORSIA units without the label
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met | reductions may be reversed | years of monitoring | the activity is nature-based | share of the pooled buffer |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | no           | no                                                       | yes                        | 2026-11-01          | VCMI claim             | no                                       | yes                                               | yes                           | approved                               | yes                                                | no                         | 40                  | no                           | 20 %                       |
      When evaluated as of 2027-01-31
      Then the quantity vc_counted is 7000 tCO2e

    Scenario: The share is capped at one hundred per cent
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met | reductions may be reversed | years of monitoring | the activity is nature-based | share of the pooled buffer |
        | X1             | 88000 tCO2e           | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | VCMI claim             | no                                       | yes                                               | yes                           | approved                               | yes                                                | no                         | 40                  | no                           | 20 %                       |
      When evaluated as of 2027-01-31
      Then the quantity vc_share is 100 %

    Scenario: Without remaining emissions the tier is undetermined
      Given remaining is 0 tCO2e
      When evaluated as of 2027-01-31
      Then the rules leave the quantity vc_june undetermined

    Scenario Outline: Credits up to a quarter of the scope 3 emissions
      Given gap is <gap> tCO2e
      And trajectory is 1000 tCO2e
      When evaluated as of 2027-01-31
      Then gate VC-09 is <outcome>

      Examples:
        | gap    | outcome        |
        | 0      | not applicable |
        | 250    | met            |
        | 250.01 | not met        |

    Scenario Outline: The limit changes from one half to one quarter on 2025-04-30
      Given gap is <gap> tCO2e
      And gap_year is <year>
      And use_on is <day>
      And claimed is 1000 tCO2e
      And trajectory is 1000 tCO2e
      When evaluated as of 2027-01-31
      Then gate VC-08-A is <half>
      And gate VC-08-B is <last>
      And gate VC-09 is <quarter>

      Examples:
        | gap    | year | day        | half           | last           | quarter        |
        | 500    | 2035 | 2024-08-31 | not applicable | not applicable | not applicable |
        | 500    | 2035 | 2024-09-01 | met            | met            | not applicable |
        | 500.01 | 2036 | 2024-09-01 | not met        | not met        | not applicable |
        | 500    | 2035 | 2025-04-29 | met            | met            | not applicable |
        | 500    | 2035 | 2025-04-30 | not applicable | not applicable | not met        |
        | 250    | 2036 | 2025-04-30 | not applicable | not applicable | met            |
        | 0.01   | 2035 | 2025-04-29 | met            | met            | not applicable |
        | 0      | 2035 | 2025-04-29 | not applicable | not applicable | not applicable |

    Scenario Outline: Criteria of ICVCM
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme   | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met | reductions may be reversed | years of monitoring | the activity is nature-based | share of the pooled buffer |
        | X1             | 7000 tCO2e            | <programme> | <year>                | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | CORSIA                 | no                                       | yes                                               | <eligible>                    | <method>                               | <shown>                                            | <reversible>               | <years>             | <natural>                    | <pooled> %                 |
      When evaluated as of 2027-01-31
      Then for credit X1 the quantity ic_line is <tonnes> tCO2e

      Examples:
        | programme              | year | eligible | method                                      | shown | reversible | years | natural | pooled | tonnes |
        | VCS                    | 2022 | no       | approved                                    | no    | no         | 0     | no      | 0      | 0      |
        | Global Carbon Council  | 2022 | yes      | approved                                    | no    | no         | 0     | no      | 0      | 7000   |
        | Global Carbon Council  | 2022 | no       | approved                                    | no    | no         | 0     | no      | 0      | 0      |
        | J-Credit               | 2022 | yes      | approved                                    | no    | no         | 0     | no      | 0      | 7000   |
        | J-Credit               | 2022 | no       | approved                                    | no    | no         | 0     | no      | 0      | 0      |
        | JCM                    | 2022 | yes      | approved                                    | no    | no         | 0     | no      | 0      | 7000   |
        | JCM                    | 2022 | no       | approved                                    | no    | no         | 0     | no      | 0      | 0      |
        | CCER                   | 2022 | yes      | approved                                    | no    | no         | 0     | no      | 0      | 7000   |
        | CCER                   | 2022 | no       | approved                                    | no    | no         | 0     | no      | 0      | 0      |
        | another programme      | 2022 | yes      | approved                                    | no    | no         | 0     | no      | 0      | 7000   |
        | another programme      | 2022 | no       | approved                                    | no    | no         | 0     | no      | 0      | 0      |
        | Climate Action Reserve | 2022 | no       | approved                                    | no    | no         | 0     | no      | 0      | 0      |
        | VCS                    | 2028 | no       | approved                                    | no    | no         | 0     | no      | 0      | 0      |
        | VCS                    | 2022 | yes      | not approved                                | yes   | no         | 0     | no      | 0      | 0      |
        | VCS                    | 2022 | yes      | grid renewable electricity assessed in 2024 | yes   | no         | 0     | no      | 0      | 0      |
        | VCS                    | 2022 | yes      | approved on conditions                      | yes   | no         | 0     | no      | 0      | 7000   |
        | VCS                    | 2022 | yes      | approved on conditions                      | no    | no         | 0     | no      | 0      | 0      |
        | VCS                    | 2022 | yes      | approved                                    | yes   | yes        | 40    | no      | 0      | 7000   |
        | VCS                    | 2022 | yes      | approved                                    | yes   | yes        | 39    | no      | 0      | 0      |
        | VCS                    | 2022 | yes      | approved                                    | yes   | yes        | 39.99 | no      | 0      | 0      |
        | VCS                    | 2022 | yes      | approved                                    | yes   | no         | 0     | yes     | 20     | 7000   |
        | VCS                    | 2022 | yes      | approved                                    | yes   | no         | 0     | yes     | 19.99  | 0      |

    Scenario Outline: A reduction of a future year does not count
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme   | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met | reductions may be reversed | years of monitoring | the activity is nature-based | share of the pooled buffer |
        | X1             | 7000 tCO2e            | <programme> | <year>                | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | <use>                  | no                                       | yes                                               | yes                           | approved                               | yes                                                | no                         | 40                  | no                           | 20 %                       |
      When evaluated as of 2027-01-31
      Then the quantity <counted> is <tonnes> tCO2e

      Examples:
        | programme | use                      | year | counted     | tonnes |
        | VCS       | VCMI claim               | 2028 | vc_counted  | 0      |
        | VCS       | VCMI claim               | 2027 | vc_counted  | 7000   |
        | VCS       | carbon tax of Singapore  | 2029 | sg_eligible | 0      |
        | JCM       | GX-ETS of Japan          | 2028 | jp_eligible | 0      |
        | JCM       | GX-ETS of Japan          | 2027 | jp_eligible | 7000   |
        | CCER      | national market of China | 2028 | cn_eligible | 0      |
        | CCER      | national market of China | 2027 | cn_eligible | 7000   |

    Scenario Outline: A reduction of a future year leaves no unused credits
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met | reductions may be reversed | years of monitoring | the activity is nature-based | share of the pooled buffer |
        | X1             | 7000 tCO2e            | VCS       | <year>                | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | no                         | 2026-11-01          | not chosen yet         | no                                       | yes                                               | yes                           | approved                               | yes                                                | no                         | 40                  | no                           | 20 %                       |
      When evaluated as of 2027-01-31
      Then the quantity free_all is <tonnes> tCO2e

      Examples:
        | year | tonnes |
        | 2027 | 7000   |
        | 2028 | 0      |

    Scenario Outline: Targets, tonnes used twice, and unused tonnes
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | <cancelled>                | 2026-11-01          | <use>                  | <elsewhere>                              | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then gate BV-01 is <target>
      And gate DU-01 is <once>
      And the quantity twice_all is <twice> tCO2e
      And the quantity free_all is <free> tCO2e

      Examples:
        | use                       | cancelled | elsewhere | target  | once    | twice | free |
        | not chosen yet            | no        | no        | met     | met     | 0     | 7000 |
        | not chosen yet            | yes       | no        | met     | met     | 0     | 0    |
        | not chosen yet            | no        | yes       | met     | met     | 0     | 0    |
        | CORSIA                    | no        | no        | met     | met     | 0     | 0    |
        | claim of neutrality       | yes       | yes       | met     | not met | 7000  | 0    |
        | reaching a target of SBTi | yes       | no        | not met | met     | 0     | 0    |
        | reaching a target of SBTi | yes       | yes       | not met | not met | 7000  | 0    |
