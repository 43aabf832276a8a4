# language: en
Feature: Use of carbon credits
  Which credits of one inventory may be used for what, how much of them counts and remains, and whether one is used twice.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                      |
      | id              | credit-use                                                                                                                                                                 |
      | version         | 3.0.0                                                                                                                                                                      |
      | supersedes      | 2.0.0                                                                                                                                                                      |
      | title           | Use of carbon credits                                                                                                                                                      |
      | subject         | company                                                                                                                                                                    |
      | attestation     | self-assessment                                                                                                                                                            |
      | time zone       | Etc/UTC                                                                                                                                                                    |
      | effective from  | 2026-11-23                                                                                                                                                                 |
      | rounding        | half-even, 2 decimals                                                                                                                                                      |
      | not applicable  | refuse                                                                                                                                                                     |
      | does not assess | papers behind what is declared: registry prints of issue, label and cancellation, letters of authorisation, reports of adjustments, certificates of insurance              |
      | does not assess | price, legal title, and what will be approved                                                                                                                              |
      | does not assess | which methods of which programmes are approved for the label CCP, for the list was not found, so label and approval are entered, and what is labelled is taken as labelled |
      | does not assess | purposes other than these, among them voluntary claims without a scheme                                                                                                    |
      | does not assess | ratings of agencies, whose scales differ                                                                                                                                   |
    And these bases
      | basis         | instrument                      | clause                 | certainty   | note                                                                                                                                                                                                                                                 |
      | sg-cap        | Carbon Pricing Act of Singapore | ICC framework          | secondary   | At most 5 % of the taxable emissions from 2024-01-01, and nothing before.                                                                                                                                                                            |
      | sg-years      | Carbon Pricing Act of Singapore | eligibility list       | secondary   | Reductions of the years 2021 to 2030.                                                                                                                                                                                                                |
      | sg-hosts      | Carbon Pricing Act of Singapore | agreements             | secondary   | Ten hosts with an agreement on 2025-11-20; since when each is in force was not found. Malawi has a memorandum alone.                                                                                                                                 |
      | sg-principles | Carbon Pricing Act of Singapore | seven principles       | secondary   | No double counting, additional, real, quantified and verified, permanent, no net harm, no leakage; authorised and adjusted for.                                                                                                                      |
      | sg-listed     | Carbon Pricing Act of Singapore | eligibility list       | secondary   | Programmes seen: Gold Standard, VCS, GCC, ACR, ART TREES; renewable electricity outside narrow exceptions and forests of countries with much forest and little loss are out.                                                                         |
      | sg-tax        | Carbon Pricing Act of Singapore | tax rate               | secondary   | SGD 5 for 2019 to 2023, 25 for 2024 and 2025, 45 for 2026 and 2027; 50 to 80 is aimed at for 2028 to 2030.                                                                                                                                           |
      | co-units      | CORSIA first phase              | eligible units         | secondary   | ACR, ART, Gold Standard and VCS; first crediting period from 2016-01-01; reductions of 2021 to 2026. Of other programmes none was confirmed, so that each is asked for.                                                                              |
      | co-verra      | CORSIA first phase              | scope of VCS           | secondary   | Of VCS no capture and storage, no renewable electricity above 15 MW into the grid, no cookstoves under AMS-II.G or VMR0006.                                                                                                                          |
      | co-adjusted   | CORSIA first phase              | authorisation          | secondary   | Authorised for other international purposes, and the adjustment proven or accounted for and insured.                                                                                                                                                 |
      | co-late       | CORSIA first phase              | cancellation           | secondary   | Recalled: until 2028-01-31.                                                                                                                                                                                                                          |
      | co-due        | CORSIA                          | offsetting requirement | secondary   | Recalled: covered emissions times the growth factor of the sector, which is published by year and entered.                                                                                                                                           |
      | gx            | Japan GX-ETS                    | design policy          | secondary   | From 2026-04-01: mean of three years at least 100,000 t, credits at most 10 % of actual emissions, J-Credit and JCM alone.                                                                                                                           |
      | gx-charge     | Japan GX-ETS                    | charge                 | secondary   | 1.1 times the ceiling price; JPY 4,300 in the fiscal year 2026, later ceilings were not found.                                                                                                                                                       |
      | cn            | national market of China        | offsetting             | secondary   | At most 5 % of what is due, by CCER of projects outside firms of the market.                                                                                                                                                                         |
      | kr            | K-ETS of Korea                  | limit of credits       | own reading | The limit for 2026 to 2030 was not found and is entered with its source; it was 5 % in 2018 to 2020.                                                                                                                                                 |
      | vc            | VCMI Claims Code                | foundational criteria  | secondary   | Public inventory, validated target and net zero by 2050, on track, advocacy, assurance.                                                                                                                                                              |
      | vc-units      | VCMI Claims Code                | quality of credits     | secondary   | Labelled CCP.                                                                                                                                                                                                                                        |
      | vc-interim    | VCMI Claims Code                | quality of credits     | secondary   | Recalled: units that CORSIA takes count for a claim in the interim, of which no end was found; the setting shows the other reading.                                                                                                                  |
      | vc-june       | VCMI Claims Code                | tiers of June 2023     | secondary   | Recalled: silver from 20, gold from 60, platinum from 100 % of the remaining emissions.                                                                                                                                                              |
      | vc-november   | VCMI Claims Code                | tiers of November 2023 | secondary   | Silver from 10, gold from 50, platinum from 100 %; sources disagree, so both readings are given.                                                                                                                                                     |
      | vc-words      | VCMI Claims Code                | words of a claim       | secondary   | Recalled: a claim does not say neutral or offset.                                                                                                                                                                                                    |
      | vc-gap        | VCMI scope 3 action code        | limit                  | secondary   | One report: from 2025-04-30 at most 25 % of the scope 3 emissions on the trajectory; no last year was found.                                                                                                                                         |
      | vc-beta       | VCMI scope 3 claim              | beta text              | secondary   | From September 2024 to 2025-04-29 at most 50 % of the claim, and no later than 2035; the first day of that month is an own reading.                                                                                                                  |
      | ic-programme  | Core Carbon Principles of ICVCM | programmes             | secondary   | Eligible: ACR, ART, Climate Action Reserve, Gold Standard and VCS; others depend on version or project, or one was not found, so that each is asked for.                                                                                             |
      | ic-method     | Core Carbon Principles of ICVCM | categories             | secondary   | The method in its version is approved, or on conditions that are shown; grid renewable electricity under the methods assessed in 2024 is not (recalled).                                                                                             |
      | ic-permanence | Core Carbon Principles of ICVCM | permanence             | secondary   | Where reductions may be reversed, at least 40 years of monitoring; where they rest on nature, a pooled buffer of at least 20 %.                                                                                                                      |
      | ic-binary     | credit-use                      | -                      | own reading | A label is there or not; it gives no points.                                                                                                                                                                                                         |
      | target        | SBTi standards                  | credits                | secondary   | Credits never count as reductions.                                                                                                                                                                                                                   |
      | once          | credit-use                      | -                      | own reading | One tonne serves one purpose; a line that is used or claimed elsewhere, too, counts for none.                                                                                                                                                        |
      | ahead         | credit-use                      | -                      | own reading | A reduction of a year after that of the answer is not made yet and counts for nothing; one of the current year counts as entered. The same applies to a crediting period that begins after the as-of date, or in a year after that of the reduction. |
      | listed        | credit-use                      | -                      | own reading | Each line states whether its programme is approved for CORSIA and CCP-eligible. A declared no counts against the line, even where our sources list the programme: its approval may have ended.                                                       |
      | agree         | credit-use                      | -                      | own reading | A label on a line whose programme is not eligible, whose method is not approved, or whose conditions are not shown contradicts that line. The line counts for no claim until it is corrected.                                                        |
      | surplus       | credit-use                      | -                      | own reading | More credits may be cancelled than emissions remain. They cover 100 %; the surplus carries no claim.                                                                                                                                                 |
      | gone          | credit-use                      | -                      | own reading | What is cancelled for one purpose, or used or claimed for another, too, is open to no other.                                                                                                                                                         |
      | whole         | credit-use                      | -                      | own reading | Limits are whole tonnes, rounded down; what is eligible counts before what is not, and the rest above a limit is refused.                                                                                                                            |
    And these settings
      | setting | label                       | one of           | default | meaning                                                               |
      | interim | units of CORSIA for a claim | taken, not_taken | taken   | whether a claim takes units that CORSIA takes and that carry no label |
    And these facts
      | fact          | label                                            | type                | unit  | at least | at most | may lie ahead | given |
      | use_on        | day that is asked about                          | date                |       |          |         | yes           | yes   |
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
      | gap           | credits for a gap in scope 3                     | number              | tCO2e | 0        |         |               |       |
      | trajectory    | scope 3 emissions on the trajectory              | number              | tCO2e | 0        |         |               |       |
      | claimed       | scope 3 emissions that the claim is about        | number              | tCO2e | 0        |         |               |       |
      | gap_year      | year that the credits for a gap are for          | number              |       | 2000     |         | yes           |       |
      | inventory     | the inventory is public                          | flag                |       |          |         |               |       |
      | targets       | validated near-term target with net zero by 2050 | flag                |       |          |         |               |       |
      | on_track      | on track to the near-term target                 | flag                |       |          |         |               |       |
      | advocacy      | advocacy does not work against the Paris goals   | flag                |       |          |         |               |       |
      | assured       | the claim is assured                             | flag                |       |          |         |               |       |
      | says_neutral  | the claim says neutral or offset                 | flag                |       |          |         |               |       |
      | credits       | inventory of credits                             | list of credit line |       |          |         |               | yes   |
    And each credit has
      | field         | label                                             | type   | unit  | one of                                                                                                          | at least | at most | multiple of | counts in some cases only |
      | serial        | serial numbers                                    | text   |       |                                                                                                                 |          |         |             |                           |
      | amount        | tonnes of the credits                             | number | tCO2e |                                                                                                                 | 0        |         |             |                           |
      | programme     | programme                                         | choice |       | acr, art, car, gold, vcs, gcc, j_credit, jcm, ccer, another                                                     |          |         |             |                           |
      | year          | year of the reduction                             | number |       |                                                                                                                 | 1990     |         | 1           |                           |
      | begun         | start of the first crediting period               | date   |       |                                                                                                                 |          |         |             |                           |
      | host          | host country                                      | choice |       | bhutan, chile, ghana, mongolia, papua, paraguay, peru, rwanda, thailand, viet_nam, malawi, singapore, elsewhere |          |         |             |                           |
      | activity      | activity                                          | choice |       | renewable_large, renewable, storage, old_stoves, redd_high, another                                             |          |         |             |                           |
      | excepted      | within an exception for renewable electricity     | flag   |       |                                                                                                                 |          |         |             | yes                       |
      | principles    | the seven principles are shown                    | flag   |       |                                                                                                                 |          |         |             |                           |
      | authorised    | authorisation                                     | choice |       | none, ndc, other, both                                                                                          |          |         |             |                           |
      | adjusted      | the adjustment is proven                          | flag   |       |                                                                                                                 |          |         |             |                           |
      | insured       | accounted for and insured                         | flag   |       |                                                                                                                 |          |         |             |                           |
      | ccp           | labelled CCP                                      | flag   |       |                                                                                                                 |          |         |             |                           |
      | inside        | project of a firm inside the national market      | flag   |       |                                                                                                                 |          |         |             | yes                       |
      | cancelled     | cancelled for this purpose                        | flag   |       |                                                                                                                 |          |         |             |                           |
      | cancelled_on  | day of cancellation                               | date   |       |                                                                                                                 |          |         |             |                           |
      | use           | purpose                                           | choice |       | none, singapore, corsia, japan, china, korea, vcmi, target, neutral                                             |          |         |             |                           |
      | elsewhere     | used or claimed for another purpose, too          | flag   |       |                                                                                                                 |          |         |             |                           |
      | corsia_listed | the programme is approved for CORSIA 2024 to 2026 | flag   |       |                                                                                                                 |          |         |             |                           |
      | ccp_programme | the programme is CCP-eligible                     | flag   |       |                                                                                                                 |          |         |             |                           |
      | ccp_method    | method in the list of ICVCM                       | choice |       | approved, conditional, grid_2024, not_approved                                                                  |          |         |             |                           |
      | ccp_shown     | conditions of the approval are shown              | flag   |       |                                                                                                                 |          |         |             | yes                       |
      | reversible    | reductions may be reversed                        | flag   |       |                                                                                                                 |          |         |             |                           |
      | monitored     | years of monitoring                               | number |       |                                                                                                                 | 0        |         |             |                           |
      | natural       | it rests on nature                                | flag   |       |                                                                                                                 |          |         |             |                           |
      | pooled        | share of the pooled buffer                        | number | %     |                                                                                                                 | 0        | 100     |             |                           |
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
      | value           | words                                                 |
      | renewable_large | renewable electricity above 15 MW                     |
      | renewable       | other renewable electricity                           |
      | storage         | capture and storage                                   |
      | old_stoves      | cookstoves under AMS-II.G or VMR0006                  |
      | redd_high       | forests of a country with much forest and little loss |
      | another         | another activity                                      |
    And the choices of authorisation
      | value | words                            |
      | none  | not authorised                   |
      | ndc   | for contributions of states      |
      | other | for other international purposes |
      | both  | for both                         |
    And the choices of method in the list of ICVCM
      | value        | words                                       |
      | approved     | approved                                    |
      | conditional  | approved on conditions                      |
      | grid_2024    | grid renewable electricity assessed in 2024 |
      | not_approved | not approved                                |
    And the choices of purpose
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
      | day that is asked about                          | 2026-12-31    |
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
      | credits for a gap in scope 3                     | 0 tCO2e       |
      | scope 3 emissions on the trajectory              | 0 tCO2e       |
      | scope 3 emissions that the claim is about        | 0 tCO2e       |
      | year that the credits for a gap are for          | 2026          |
      | the inventory is public                          | yes           |
      | validated near-term target with net zero by 2050 | yes           |
      | on track to the near-term target                 | yes           |
      | advocacy does not work against the Paris goals   | yes           |
      | the claim is assured                             | yes           |
      | the claim says neutral or offset                 | no            |
    And in the reference case inventory of credits are
      | serial numbers | tonnes of the credits | programme     | year of the reduction | start of the first crediting period | host country | activity         | within an exception for renewable electricity | the seven principles are shown | authorisation | the adjustment is proven | accounted for and insured | labelled CCP | project of a firm inside the national market | cancelled for this purpose | day of cancellation | purpose                 | used or claimed for another purpose, too | the programme is approved for CORSIA 2024 to 2026 | the programme is CCP-eligible | method in the list of ICVCM | conditions of the approval are shown | reductions may be reversed | years of monitoring | it rests on nature | share of the pooled buffer |
      | X1             | 7000 tCO2e            | VCS           | 2022                  | 2021-01-01                          | Thailand     | another activity | no                                            | yes                            | for both      | yes                      | no                        | yes          | no                                           | yes                        | 2026-11-01          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                    | yes                                  | no                         | 40                  | no                 | 20 %                       |
      | X2             | 2000 tCO2e            | VCS           | 2020                  | 2021-01-01                          | Peru         | another activity | no                                            | yes                            | for both      | yes                      | no                        | yes          | no                                           | yes                        | 2026-11-01          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                    | yes                                  | no                         | 40                  | no                 | 20 %                       |
      | X3             | 3000 tCO2e            | Gold Standard | 2023                  | 2021-01-01                          | Ghana        | another activity | no                                            | yes                            | for both      | yes                      | no                        | yes          | no                                           | yes                        | 2026-11-01          | carbon tax of Singapore | no                                       | yes                                               | yes                           | approved                    | yes                                  | no                         | 40                  | no                 | 20 %                       |

  Rule: Twelve thousand credits for the tax of Singapore

    Scenario: ten thousand of them count
      When evaluated as of 2027-01-31
      Then the quantity sg_eligible is 10000 tCO2e
      And the quantity sg_limit is 10000 tCO2e
      And the quantity sg_counted is 10000 tCO2e
      And the quantity sg_tax is 8550000 SGD
      And gate SG-01 is met
      And gate SG-02 is not met
      And the conclusion is gate failed
