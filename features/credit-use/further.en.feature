# language: en
Feature: More examples · Use of carbon credits
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard credit-use

  Rule: Cases that the examples of the rules do not cover

    Scenario: quantity cn_good valid for China
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | CCER      | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | CORSIA                 | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity counted in China is 0 tCO2e
      And the rules leave the quantity limit in Korea undetermined
      And gate CN-01 is not applicable
      And gate CN-02 is not applicable
      And gate GX-02 is not applicable
      And gate GX-03 is not applicable
      And gate SG-01 is not applicable
      And gate VC-01 is not applicable

    Scenario: quantity cn_good valid for China (2)
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits   | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | CCER      | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2028-06-30          | national market of China | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2028-06-30
      Then gate CN-01 is not met

    Scenario: quantity co_good valid for CORSIA
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2028-01-01          | CORSIA                 | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2028-01-01
      Then the conclusion is scored

    Scenario: quantity jp_good valid for Japan
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | J-Credit  | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | CORSIA                 | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the quantity charge in Japan is 260150000 JPY

    Scenario: quantity jp_good valid for Japan (2)
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | J-Credit  | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2028-06-30          | GX-ETS of Japan        | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2028-06-30
      Then gate GX-03 is met

    Scenario: quantity jp_limit limit in Japan
      Given actual emissions in Japan is 10 tCO2e
      When evaluated as of 2027-01-31
      Then the quantity limit in Japan is 1 tCO2e

    Scenario: quantity sg_good valid for Singapore
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits  | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2027-01-31          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the conclusion is scored

    Scenario: quantity vc_good valid for a claim
      Given inventory of credits are
        | serial numbers | tonnes of the credits | programme | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met |
        | X1             | 7000 tCO2e            | VCS       | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2027-01-31          | VCMI claim             | no                                       | yes                                               | yes                           | approved                               | yes                                                |
      When evaluated as of 2027-01-31
      Then the conclusion is scored

    Scenario: quantity vc_share share of the remaining emissions
      Given remaining emissions of the company is 0.01 tCO2e
      When evaluated as of 2027-01-31
      Then the quantity tier of June 2023 (1 = silver / 2 = gold / 3 = platinum) is 0

    Scenario: gate CN-01 Credits stay within the limit of the national market of China
      Given supposing total designated for China is 0.01 tCO2e
      When evaluated as of 2028-06-30
      Then gate CN-01 is met
      And gate CN-02 is not met

    Scenario: gate CO-01 All credits designated for CORSIA are eligible, cancelled in time and not used elsewhere
      Given supposing total designated for CORSIA is 0.01 tCO2e
      When evaluated as of 2028-01-01
      Then gate CO-01 is not met

    Scenario: gate GX-02 Credits stay within the limit of Japan
      Given supposing total designated for Japan is 0.01 tCO2e
      When evaluated as of 2028-06-30
      Then gate GX-02 is met
      And gate GX-03 is not met
      And gate GX-04 is not met

    Scenario: gate KR-02 Credits stay within the limit of Korea
      Given supposing total designated for Korea is 0.01 tCO2e
      When evaluated as of 2027-04-01
      Then gate KR-02 is undetermined

    Scenario: gate VC-01 Foundational criteria of a claim
      Given supposing total designated for a claim is 0.01 tCO2e
      When evaluated as of 2027-01-31
      Then gate VC-01 is met
      And gate VC-02 is not met
      And gate VC-06 is met

    Scenario: gate VC-09 Credits cover at most a quarter of the scope 3 emissions on the trajectory
      Given credits used for a scope 3 gap is 0.01 tCO2e
      When evaluated as of 2027-01-31
      Then gate VC-09 is not met
