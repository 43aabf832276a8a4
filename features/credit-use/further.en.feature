# language: en
Feature: Further examples · Use of carbon credits
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard credit-use

  Rule: What the examples beside the rules leave open

    Scenario: quantity cn_good good for China
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | within an exception for renewable electricity | the seven principles are shown | authorisation | the adjustment is proven | accounted for and insured | labelled CCP | project of a firm inside the national market | cancelled for this purpose | day of cancellation | purpose | used or claimed for another purpose, too | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | method in the list of ICVCM | conditions of the approval are shown |
        | X1             | 7000 tCO2e            | CCER      | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                            | yes                            | for both      | yes                      | no                        | yes          | no                                           | yes                        | 2026-11-01          | CORSIA  | no                                       | yes                                               | yes                           | approved                    | yes                                  |
      When evaluated as of 2027-01-31
      Then the quantity counted in China is 0 tCO2e
      And the rules leave the quantity limit in Korea undetermined
      And gate CN-01 is not applicable
      And gate CN-02 is not applicable
      And gate GX-02 is not applicable
      And gate GX-03 is not applicable
      And gate SG-01 is not applicable
      And gate VC-01 is not applicable

    Scenario: quantity cn_good good for China (2)
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | within an exception for renewable electricity | the seven principles are shown | authorisation | the adjustment is proven | accounted for and insured | labelled CCP | project of a firm inside the national market | cancelled for this purpose | day of cancellation | purpose                  | used or claimed for another purpose, too | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | method in the list of ICVCM | conditions of the approval are shown |
        | X1             | 7000 tCO2e            | CCER      | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                            | yes                            | for both      | yes                      | no                        | yes          | no                                           | yes                        | 2028-06-30          | national market of China | no                                       | yes                                               | yes                           | approved                    | yes                                  |
      When evaluated as of 2028-06-30
      Then gate CN-01 is not met

    Scenario: quantity co_good good for CORSIA
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | within an exception for renewable electricity | the seven principles are shown | authorisation | the adjustment is proven | accounted for and insured | labelled CCP | project of a firm inside the national market | cancelled for this purpose | day of cancellation | purpose | used or claimed for another purpose, too | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | method in the list of ICVCM | conditions of the approval are shown |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                            | yes                            | for both      | yes                      | no                        | yes          | no                                           | yes                        | 2028-01-01          | CORSIA  | no                                       | yes                                               | yes                           | approved                    | yes                                  |
      When evaluated as of 2028-01-01
      Then the conclusion is scored

    Scenario: quantity jp_good good for Japan
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | within an exception for renewable electricity | the seven principles are shown | authorisation | the adjustment is proven | accounted for and insured | labelled CCP | project of a firm inside the national market | cancelled for this purpose | day of cancellation | purpose | used or claimed for another purpose, too | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | method in the list of ICVCM | conditions of the approval are shown |
        | X1             | 7000 tCO2e            | J-Credit  | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                            | yes                            | for both      | yes                      | no                        | yes          | no                                           | yes                        | 2026-11-01          | CORSIA  | no                                       | yes                                               | yes                           | approved                    | yes                                  |
      When evaluated as of 2027-01-31
      Then the quantity charge in Japan is 260150000 JPY

    Scenario: quantity jp_good good for Japan (2)
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | within an exception for renewable electricity | the seven principles are shown | authorisation | the adjustment is proven | accounted for and insured | labelled CCP | project of a firm inside the national market | cancelled for this purpose | day of cancellation | purpose         | used or claimed for another purpose, too | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | method in the list of ICVCM | conditions of the approval are shown |
        | X1             | 7000 tCO2e            | J-Credit  | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                            | yes                            | for both      | yes                      | no                        | yes          | no                                           | yes                        | 2028-06-30          | GX-ETS of Japan | no                                       | yes                                               | yes                           | approved                    | yes                                  |
      When evaluated as of 2028-06-30
      Then gate GX-03 is met

    Scenario: quantity jp_limit limit in Japan
      Given actual emissions in Japan is 10 tCO2e
      When evaluated as of 2027-01-31
      Then the quantity limit in Japan is 1 tCO2e

    Scenario: quantity sg_good good for Singapore
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | within an exception for renewable electricity | the seven principles are shown | authorisation | the adjustment is proven | accounted for and insured | labelled CCP | project of a firm inside the national market | cancelled for this purpose | day of cancellation | purpose                 | used or claimed for another purpose, too | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | method in the list of ICVCM | conditions of the approval are shown |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                            | yes                            | for both      | yes                      | no                        | yes          | no                                           | yes                        | 2027-01-31          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                    | yes                                  |
      When evaluated as of 2027-01-31
      Then the conclusion is scored

    Scenario: quantity vc_good good for a claim
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | within an exception for renewable electricity | the seven principles are shown | authorisation | the adjustment is proven | accounted for and insured | labelled CCP | project of a firm inside the national market | cancelled for this purpose | day of cancellation | purpose    | used or claimed for another purpose, too | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | method in the list of ICVCM | conditions of the approval are shown |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                            | yes                            | for both      | yes                      | no                        | yes          | no                                           | yes                        | 2027-01-31          | VCMI claim | no                                       | yes                                               | yes                           | approved                    | yes                                  |
      When evaluated as of 2027-01-31
      Then the conclusion is scored

    Scenario: quantity vc_share share of the remaining emissions
      Given remaining emissions of the company is 0.01 tCO2e
      When evaluated as of 2027-01-31
      Then the quantity tier of June 2023 is 0

    Scenario: gate CN-01 Within the limit of the national market of China
      Given supposing offered in China is 0.01 tCO2e
      When evaluated as of 2028-06-30
      Then gate CN-01 is met
      And gate CN-02 is not met

    Scenario: gate CO-01 What is offered for CORSIA is eligible and in time
      Given supposing offered for CORSIA is 0.01 tCO2e
      When evaluated as of 2028-01-01
      Then gate CO-01 is not met

    Scenario: gate GX-02 Within the limit of Japan
      Given supposing offered in Japan is 0.01 tCO2e
      When evaluated as of 2028-06-30
      Then gate GX-02 is met
      And gate GX-03 is not met
      And gate GX-04 is not met

    Scenario: gate KR-02 Within the limit of Korea
      Given supposing offered in Korea is 0.01 tCO2e
      When evaluated as of 2027-04-01
      Then gate KR-02 is undetermined

    Scenario: gate VC-01 The foundations of a claim
      Given supposing offered for a claim is 0.01 tCO2e
      When evaluated as of 2027-01-31
      Then gate VC-01 is met
      And gate VC-02 is not met
      And gate VC-06 is met

    Scenario: gate VC-09 Within a quarter of scope 3
      Given credits for a gap in scope 3 is 0.01 tCO2e
      When evaluated as of 2027-01-31
      Then gate VC-09 is not met
