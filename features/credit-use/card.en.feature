# language: en
Feature: Use of carbon credits
  Which credits of one inventory may be used for which purpose, how many count, how many remain, and whether any is used twice.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                   |
      | id              | credit-use                                                                                                                                                                              |
      | version         | 1.0.0                                                                                                                                                                                   |
      | title           | Use of carbon credits                                                                                                                                                                   |
      | subject         | company                                                                                                                                                                                 |
      | attestation     | self-assessment                                                                                                                                                                         |
      | time zone       | Etc/UTC                                                                                                                                                                                 |
      | effective from  | 2026-11-23                                                                                                                                                                              |
      | rounding        | half-even, 2 decimals                                                                                                                                                                   |
      | not applicable  | refuse                                                                                                                                                                                  |
      | does not assess | documents that support the declared facts: registry records of issuance, label and cancellation, letters of authorisation, reports on corresponding adjustments, insurance certificates |
      | does not assess | price, legal title, and future approvals                                                                                                                                                |
      | does not assess | which methods of which programmes are approved for the CCP label: the list was not found, so label and approval are entered, and a declared label is accepted                           |
      | does not assess | any other use of credits, including voluntary claims made outside a scheme                                                                                                              |
      | does not assess | grades of rating agencies, which use different scales                                                                                                                                   |
    And these bases
      | basis         | instrument                      | clause                 | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                     |
      | sg-cap        | Carbon Pricing Act of Singapore | ICC framework          | secondary   | Under the carbon tax of Singapore, a company may cover at most 5 % of its taxable emissions with carbon credits, from 2024-01-01. Before that day no credits are accepted. Reported by secondary sources.                                                                                                                                                                                                                |
      | sg-years      | Carbon Pricing Act of Singapore | eligibility list       | secondary   | The carbon tax of Singapore accepts only credits for emission reductions made in the years 2021 to 2030. Reported by secondary sources.                                                                                                                                                                                                                                                                                  |
      | sg-hosts      | Carbon Pricing Act of Singapore | agreements             | secondary   | The carbon tax of Singapore accepts only credits from host countries that have an agreement with Singapore. On 2025-11-20 these countries were Bhutan, Chile, Ghana, Mongolia, Papua New Guinea, Paraguay, Peru, Rwanda, Thailand and Viet Nam; Malawi had only a memorandum. Reported by secondary sources. The day on which each agreement entered into force was not found, so the scorecard does not check that day. |
      | sg-principles | Carbon Pricing Act of Singapore | seven principles       | secondary   | Credits used for the carbon tax of Singapore must meet seven principles. They must be additional, real, quantified and verified, and permanent, without double counting, net harm or leakage. The host country must also authorise the credits and make a corresponding adjustment (it does not count the reductions itself). Reported by secondary sources.                                                             |
      | sg-listed     | Carbon Pricing Act of Singapore | eligibility list       | secondary   | The carbon tax of Singapore accepts only credits of the programmes Gold Standard, VCS, Global Carbon Council, ACR and ART TREES. It accepts renewable electricity only in narrow exceptions, and no credits from forests in countries with high forest cover and low deforestation. Reported by secondary sources.                                                                                                       |
      | sg-tax        | Carbon Pricing Act of Singapore | tax rate               | secondary   | The carbon tax of Singapore is charged per tonne of taxable emissions. The rate is SGD 5 for 2019 to 2023, SGD 25 for 2024 and 2025, and SGD 45 for 2026 and 2027. Reported by secondary sources. For 2028 to 2030 only a target range of SGD 50 to 80 is known, so the tax from 2028 is undetermined.                                                                                                                   |
      | co-units      | CORSIA first phase              | eligible units         | secondary   | The first phase of CORSIA accepts only credits of approved programmes. The first crediting period must begin on or after 2016-01-01, and the reduction must fall in 2021 to 2026. Reported by secondary sources, which name ACR, ART, Gold Standard and VCS as approved programmes. No other programme was confirmed, so the applicant states for each credit line whether its programme is approved.                    |
      | co-verra      | CORSIA first phase              | scope of VCS           | secondary   | The first phase of CORSIA does not accept three kinds of credits of the programme VCS. These are carbon capture and storage, grid-connected renewable electricity above 15 MW, and cookstoves under the methods AMS-II.G or VMR0006. Reported by secondary sources.                                                                                                                                                      |
      | co-adjusted   | CORSIA first phase              | authorisation          | secondary   | Credits used under CORSIA must be authorised by the host country for other international purposes, not only for nationally determined contributions. The corresponding adjustment must be proven, or it must be accounted for and insured. Reported by secondary sources.                                                                                                                                                |
      | co-late       | CORSIA first phase              | cancellation           | secondary   | Credits used for the first phase of CORSIA must be cancelled by 2028-01-31. Stated from memory, not checked against the text.                                                                                                                                                                                                                                                                                            |
      | co-due        | CORSIA                          | offsetting requirement | secondary   | The number of units due under CORSIA is the covered emissions of flights times the growth factor of the sector. Stated from memory, not checked against the text. The growth factor is published for each year and was not found, so the applicant enters it.                                                                                                                                                            |
      | gx            | Japan GX-ETS                    | design policy          | secondary   | From 2026-04-01 the GX-ETS of Japan covers a company whose mean direct emissions over three years are at least 100,000 t. The company may use credits for at most 10 % of its actual emissions, and only J-Credit or JCM credits. Reported by secondary sources.                                                                                                                                                         |
      | gx-charge     | Japan GX-ETS                    | charge                 | secondary   | Under the GX-ETS of Japan, a company pays 1.1 times the ceiling price for each tonne of its shortfall. The ceiling price is JPY 4,300 per tonne in the fiscal year 2026, as reported by secondary sources. Later ceiling prices were not found, so the charge for later years is undetermined.                                                                                                                           |
      | cn            | national market of China        | offsetting             | secondary   | In the national carbon market of China, a company may cover at most 5 % of the allowances due with credits. The credits must be CCER (certified voluntary emission reductions of China) from projects that do not belong to companies in that market. Reported by secondary sources.                                                                                                                                     |
      | kr            | K-ETS of Korea                  | limit of credits       | own reading | In the K-ETS of Korea, a company may cover only a limited share of the allowances due with credits. The share was 5 % in 2018 to 2020; the share for 2026 to 2030 was not found. We calculate with the share that the applicant enters with its source. If no share with a source is entered, the limit is undetermined.                                                                                                 |
      | vc            | VCMI Claims Code                | foundational criteria  | secondary   | A VCMI claim requires a public inventory, a validated near-term target with net zero by 2050, and progress on track to that target. The company's advocacy must not work against the Paris goals, and the claim must be assured. Reported by secondary sources.                                                                                                                                                          |
      | vc-units      | VCMI Claims Code                | quality of credits     | secondary   | A VCMI claim counts only credits that carry the CCP label (Core Carbon Principles). Reported by secondary sources.                                                                                                                                                                                                                                                                                                       |
      | vc-interim    | VCMI Claims Code                | quality of credits     | secondary   | A VCMI claim may use credits that CORSIA accepts, without the CCP label (Core Carbon Principles), during an interim period. Stated from memory, not checked against the text. No end of that period was found, so the setting "CORSIA units without the CCP label, for a claim" selects whether these credits count.                                                                                                     |
      | vc-june       | VCMI Claims Code                | tiers of June 2023     | secondary   | In the version of June 2023, the tier of a VCMI claim depends on the share of remaining emissions that cancelled credits cover. Silver starts at 20 %, gold at 60 % and platinum at 100 %. Stated from memory, not checked against the text. The version of November 2023 has other values, so the scorecard shows both tiers.                                                                                           |
      | vc-november   | VCMI Claims Code                | tiers of November 2023 | secondary   | In the version of November 2023, the tier of a VCMI claim depends on the share of remaining emissions that cancelled credits cover. Silver starts at 10 % and platinum at 100 %, as reported by secondary sources. Gold starts at 50 %; stated from memory, not checked against the text. The sources disagree on the tiers, so the scorecard also shows the tier of June 2023.                                          |
      | vc-words      | VCMI Claims Code                | wording of a claim     | secondary   | A VCMI claim must not use the word "neutral" or "offset". Stated from memory, not checked against the text.                                                                                                                                                                                                                                                                                                              |
      | vc-gap        | VCMI scope 3 action code        | limit                  | secondary   | From 2025-04-30, a company may use credits to close its scope 3 gap, that is, emissions above its target trajectory. The credits must not exceed 25 % of the scope 3 emissions on the trajectory. Only one report states this; no last year was found, so the limit applies without an end date.                                                                                                                         |
      | vc-beta       | VCMI scope 3 claim              | beta text              | secondary   | The beta text of the VCMI scope 3 claim applies from September 2024 to 2025-04-29. Credits may cover at most 50 % of the scope 3 emissions in the claim, and none after 2035. Reported by a secondary source, which names only the month September 2024; we assume 2024-09-01 as the first day.                                                                                                                          |
      | ic-programme  | Core Carbon Principles of ICVCM | programmes             | secondary   | Credits meet the Core Carbon Principles (CCP) only if their programme is recognised as eligible (CCP-eligible). Reported by secondary sources as CCP-eligible: ACR, ART, Climate Action Reserve, Gold Standard and VCS. For other programmes, eligibility depends on version or project, or was not found. The applicant therefore states the eligibility of the programme for each credit line.                         |
      | ic-method     | Core Carbon Principles of ICVCM | categories             | secondary   | Credits meet the Core Carbon Principles only if the version of their method is approved. If the approval has conditions, the applicant must show that the conditions are met. Reported by secondary sources. Stated from memory, not checked against the text: the methods for grid renewable electricity assessed in 2024 are not approved.                                                                             |
      | ic-permanence | Core Carbon Principles of ICVCM | permanence             | secondary   | Credits meet the Core Carbon Principles only if reductions that may be reversed are monitored for at least 40 years. Nature-based activities also need a pooled buffer (a shared reserve of credits) of at least 20 %. Reported by secondary sources.                                                                                                                                                                    |
      | ic-binary     | credit-use                      | -                      | own reading | The sources do not state whether meeting the Core Carbon Principles can be graded. We treat each credit line as meeting them or not meeting them, and award no points.                                                                                                                                                                                                                                                   |
      | target        | SBTi standards                  | credits                | secondary   | A company must not use carbon credits to reach an SBTi target, because credits never count as reductions towards a target. Reported by secondary sources.                                                                                                                                                                                                                                                                |
      | once          | credit-use                      | -                      | own reading | We count each tonne of credits for one purpose only. A credit line that is also used or claimed for another purpose counts for none, and the tonnes are shown as used twice.                                                                                                                                                                                                                                             |
      | ahead         | credit-use                      | -                      | own reading | The sources do not state how to treat future reductions. We do not count credits for reductions after the year of the as-of date (assessment date); credits for that year count as entered. We also do not count credits whose crediting period begins after the as-of date or after the year of the reduction.                                                                                                          |
      | listed        | credit-use                      | -                      | own reading | For each credit line the applicant states whether the programme is approved for CORSIA and whether it is eligible under the Core Carbon Principles (CCP-eligible). We follow the answer "no" even if our sources list the programme, because its approval may have ended.                                                                                                                                                |
      | agree         | credit-use                      | -                      | own reading | The CCP label (Core Carbon Principles) requires an eligible programme and an approved method whose conditions are met. If the entries of a credit line with the label show otherwise, they contradict the label. We do not count such a line for a VCMI claim until it is corrected.                                                                                                                                     |
      | surplus       | credit-use                      | -                      | own reading | The sources do not state how to treat cancelled credits that exceed the remaining emissions of the company. We count a share of 100 % of the remaining emissions, and the surplus supports no VCMI claim.                                                                                                                                                                                                                |
      | gone          | credit-use                      | -                      | own reading | We treat credits as unavailable for a purpose if they are already cancelled for a different purpose. We also treat credits as unavailable if they are used or claimed for a second purpose.                                                                                                                                                                                                                              |
      | whole         | credit-use                      | -                      | own reading | The sources do not state how to round the limits on credits in Singapore, Japan and China. We round each limit down to whole tonnes, count eligible credits up to it, and do not accept the rest.                                                                                                                                                                                                                        |
    And these settings
      | setting | label                                           | one of           | default | meaning                                                                       |
      | interim | CORSIA units without the CCP label, for a claim | taken, not_taken | taken   | whether a claim may use units that CORSIA accepts and that carry no CCP label |
    And these facts
      | fact          | label                                            | type                | unit  | at least | at most | may lie ahead | given |
      | use_on        | date of use of the credits                       | date                |       |          |         | yes           | yes   |
      | taxable       | taxable emissions in Singapore                   | number              | tCO2e | 0        |         |               |       |
      | mean_direct   | mean direct emissions of three years in Japan    | number              | tCO2e | 0        |         |               |       |
      | actual        | actual emissions in Japan                        | number              | tCO2e | 0        |         |               |       |
      | allowances    | allowances held in Japan                         | number              | tCO2e | 0        |         |               |       |
      | amount_due    | allowances due in the national market of China   | number              | tCO2e | 0        |         |               |       |
      | due_korea     | allowances due in Korea                          | number              | tCO2e | 0        |         |               |       |
      | limit_known   | the limit of Korea is entered with its source    | flag                |       |          |         |               |       |
      | limit_entered | limit entered for Korea                          | number              | %     | 0        | 100     |               |       |
      | flown         | covered emissions of flights                     | number              | tCO2e | 0        |         |               |       |
      | growth        | growth factor of the sector                      | number              | %     | 0        | 100     |               |       |
      | remaining     | remaining emissions of the company               | number              | tCO2e | 0        |         |               |       |
      | gap           | credits used for a scope 3 gap                   | number              | tCO2e | 0        |         |               |       |
      | trajectory    | scope 3 emissions on the target trajectory       | number              | tCO2e | 0        |         |               |       |
      | claimed       | scope 3 emissions covered by the claim           | number              | tCO2e | 0        |         |               |       |
      | gap_year      | year of the scope 3 gap                          | number              |       | 2000     |         | yes           |       |
      | inventory     | the inventory is public                          | flag                |       |          |         |               |       |
      | targets       | validated near-term target with net zero by 2050 | flag                |       |          |         |               |       |
      | on_track      | progress on track to the near-term target        | flag                |       |          |         |               |       |
      | advocacy      | advocacy does not work against the Paris goals   | flag                |       |          |         |               |       |
      | assured       | the claim is assured                             | flag                |       |          |         |               |       |
      | says_neutral  | the claim uses the word neutral or offset        | flag                |       |          |         |               |       |
      | credits       | inventory of credits                             | list of credit line |       |          |         |               | yes   |
    And each credit has
      | field         | label                                                     | type   | unit  | one of                                                                                                          | at least | at most | multiple of | counts in some cases only |
      | serial        | serial numbers                                            | text   |       |                                                                                                                 |          |         |             |                           |
      | amount        | tonnes of the credits                                     | number | tCO2e |                                                                                                                 | 0        |         |             |                           |
      | programme     | programme                                                 | choice |       | acr, art, car, gold, vcs, gcc, j_credit, jcm, ccer, another                                                     |          |         |             |                           |
      | year          | year of the reduction                                     | number |       |                                                                                                                 | 1990     |         | 1           |                           |
      | begun         | start of the first crediting period                       | date   |       |                                                                                                                 |          |         |             |                           |
      | host          | host country                                              | choice |       | bhutan, chile, ghana, mongolia, papua, paraguay, peru, rwanda, thailand, viet_nam, malawi, singapore, elsewhere |          |         |             |                           |
      | activity      | activity                                                  | choice |       | renewable_large, renewable, storage, old_stoves, redd_high, another                                             |          |         |             |                           |
      | excepted      | covered by an exception for renewable electricity         | flag   |       |                                                                                                                 |          |         |             | yes                       |
      | principles    | the seven principles are demonstrated                     | flag   |       |                                                                                                                 |          |         |             |                           |
      | authorised    | authorisation                                             | choice |       | none, ndc, other, both                                                                                          |          |         |             |                           |
      | adjusted      | the corresponding adjustment is proven                    | flag   |       |                                                                                                                 |          |         |             |                           |
      | insured       | the corresponding adjustment is accounted for and insured | flag   |       |                                                                                                                 |          |         |             |                           |
      | ccp           | labelled CCP                                              | flag   |       |                                                                                                                 |          |         |             |                           |
      | inside        | project of a company inside the national market of China  | flag   |       |                                                                                                                 |          |         |             | yes                       |
      | cancelled     | cancelled for this purpose                                | flag   |       |                                                                                                                 |          |         |             |                           |
      | cancelled_on  | day of cancellation                                       | date   |       |                                                                                                                 |          |         |             |                           |
      | use           | purpose of the credits                                    | choice |       | none, singapore, corsia, japan, china, korea, vcmi, target, neutral                                             |          |         |             |                           |
      | elsewhere     | also used or claimed for another purpose                  | flag   |       |                                                                                                                 |          |         |             |                           |
      | corsia_listed | the programme is approved for CORSIA 2024 to 2026         | flag   |       |                                                                                                                 |          |         |             |                           |
      | ccp_programme | the programme is CCP-eligible                             | flag   |       |                                                                                                                 |          |         |             |                           |
      | ccp_method    | status of the method in the ICVCM list                    | choice |       | approved, conditional, grid_2024, not_approved                                                                  |          |         |             |                           |
      | ccp_shown     | the conditions of the approval are shown to be met        | flag   |       |                                                                                                                 |          |         |             | yes                       |
      | reversible    | reductions may be reversed                                | flag   |       |                                                                                                                 |          |         |             |                           |
      | monitored     | years of monitoring                                       | number |       |                                                                                                                 | 0        |         |             |                           |
      | natural       | the activity is nature-based                              | flag   |       |                                                                                                                 |          |         |             |                           |
      | pooled        | share of the pooled buffer                                | number | %     |                                                                                                                 | 0        | 100     |             |                           |
    And credit is called credit line
    And no two inventory of credits share a serial numbers
    And the choices of programme
      | value    | words                  |
      | acr      | ACR                    |
      | art      | ART TREES              |
      | car      | Climate Action Reserve |
      | gold     | Gold Standard          |
      | vcs      | VCS                    |
      | gcc      | Global Carbon Council  |
      | j_credit | J-Credit               |
      | jcm      | JCM                    |
      | ccer     | CCER                   |
      | another  | another programme      |
    And the choices of host country
      | value     | words            |
      | bhutan    | Bhutan           |
      | chile     | Chile            |
      | ghana     | Ghana            |
      | mongolia  | Mongolia         |
      | papua     | Papua New Guinea |
      | paraguay  | Paraguay         |
      | peru      | Peru             |
      | rwanda    | Rwanda           |
      | thailand  | Thailand         |
      | viet_nam  | Viet Nam         |
      | malawi    | Malawi           |
      | singapore | Singapore        |
      | elsewhere | another country  |
    And the choices of activity
      | value           | words                                                             |
      | renewable_large | renewable electricity above 15 MW                                 |
      | renewable       | other renewable electricity                                       |
      | storage         | carbon capture and storage                                        |
      | old_stoves      | cookstoves under AMS-II.G or VMR0006                              |
      | redd_high       | forests in a country with high forest cover and low deforestation |
      | another         | another activity                                                  |
    And the choices of authorisation
      | value | words                                   |
      | none  | not authorised                          |
      | ndc   | for nationally determined contributions |
      | other | for other international purposes        |
      | both  | for both                                |
    And the choices of status of the method in the ICVCM list
      | value        | words                                       |
      | approved     | approved                                    |
      | conditional  | approved on conditions                      |
      | grid_2024    | grid renewable electricity assessed in 2024 |
      | not_approved | not approved                                |
    And the choices of purpose of the credits
      | value     | words                     |
      | none      | not chosen yet            |
      | singapore | carbon tax of Singapore   |
      | corsia    | CORSIA                    |
      | japan     | GX-ETS of Japan           |
      | china     | national market of China  |
      | korea     | K-ETS of Korea            |
      | vcmi      | VCMI claim                |
      | target    | reaching a target of SBTi |
      | neutral   | claim of neutrality       |
    And this reference case
      | fact                                             | value         |
      | date of use of the credits                       | 2026-12-31    |
      | taxable emissions in Singapore                   | 200000 tCO2e  |
      | mean direct emissions of three years in Japan    | 1000000 tCO2e |
      | actual emissions in Japan                        | 1000000 tCO2e |
      | allowances held in Japan                         | 945000 tCO2e  |
      | allowances due in the national market of China   | 100000 tCO2e  |
      | allowances due in Korea                          | 0 tCO2e       |
      | the limit of Korea is entered with its source    | no            |
      | limit entered for Korea                          | 0 %           |
      | covered emissions of flights                     | 500000 tCO2e  |
      | growth factor of the sector                      | 15 %          |
      | remaining emissions of the company               | 80000 tCO2e   |
      | credits used for a scope 3 gap                   | 0 tCO2e       |
      | scope 3 emissions on the target trajectory       | 0 tCO2e       |
      | scope 3 emissions covered by the claim           | 0 tCO2e       |
      | year of the scope 3 gap                          | 2026          |
      | the inventory is public                          | yes           |
      | validated near-term target with net zero by 2050 | yes           |
      | progress on track to the near-term target        | yes           |
      | advocacy does not work against the Paris goals   | yes           |
      | the claim is assured                             | yes           |
      | the claim uses the word neutral or offset        | no            |
    And in the reference case inventory of credits are
      | serial numbers | tonnes of the credits | programme     | year of the reduction | start of the first crediting period | host country | activity         | covered by an exception for renewable electricity | the seven principles are demonstrated | authorisation | the corresponding adjustment is proven | the corresponding adjustment is accounted for and insured | labelled CCP | project of a company inside the national market of China | cancelled for this purpose | day of cancellation | purpose of the credits  | also used or claimed for another purpose | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | status of the method in the ICVCM list | the conditions of the approval are shown to be met | reductions may be reversed | years of monitoring | the activity is nature-based | share of the pooled buffer |
      | X1             | 7000 tCO2e            | VCS           | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                               | yes                                                | no                         | 40                  | no                           | 20 %                       |
      | X2             | 2000 tCO2e            | VCS           | 2020                  | 2021-01-01                          | Peru         | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                               | yes                                                | no                         | 40                  | no                           | 20 %                       |
      | X3             | 3000 tCO2e            | Gold Standard | 2023                  | 2021-01-01                          | Ghana        | another activity | no                                                | yes                                   | for both      | yes                                    | no                                                        | yes          | no                                                       | yes                        | 2026-11-01          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                               | yes                                                | no                         | 40                  | no                           | 20 %                       |

  Rule: Twelve thousand credits for the carbon tax of Singapore

    Scenario: Ten thousand of them count
      When evaluated as of 2027-01-31
      Then the quantity sg_eligible is 10000 tCO2e
      And the quantity sg_limit is 10000 tCO2e
      And the quantity sg_counted is 10000 tCO2e
      And the quantity sg_tax is 8550000 SGD
      And gate SG-01 is met
      And gate SG-02 is not met
      And the conclusion is gate failed
