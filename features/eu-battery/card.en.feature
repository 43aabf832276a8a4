# language: en
Feature: EU Battery Regulation
  Regulation (EU) 2023/1542 for one battery model: which obligations bind on the day it is placed on the market, and
  whether they are met. An obligation is not applicable before its first day; where the act it waits for is not known, it
  stays undetermined. What the text gives and what is our own reading is marked at every basis.

  Background:
    Given this scorecard
      | field           | value                                                                                                                 |
      | id              | eu-battery                                                                                                            |
      | version         | 1.1.0                                                                                                                 |
      | supersedes      | 1.0.0                                                                                                                 |
      | title           | EU Battery Regulation                                                                                                 |
      | subject         | battery-model                                                                                                         |
      | attestation     | verification statement                                                                                                |
      | time zone       | Europe/Brussels                                                                                                       |
      | effective from  | 2024-02-18                                                                                                            |
      | rounding        | half-even, 2 decimals                                                                                                 |
      | not applicable  | drop and rescale                                                                                                      |
      | does not assess | whether the evidence is true, which the notified body and the assessor judge                                          |
      | does not assess | carbon-footprint classes and maximum values, for no act defines any yet; only whether their day has come              |
      | does not assess | the choice of electricity model and end-of-life formula of the carbon footprint, which the draft act leaves unsettled |
      | does not assess | passports of portable and SLI batteries, on which the guidance is silent                                              |
      | does not assess | access tiers, data carrier standards and printed instructions of the passport                                         |
      | does not assess | duties of importers and distributors, public procurement, market surveillance and penalties of Member States          |
      | does not assess | the pending omnibus proposals; the thresholds are those in force                                                      |
    And these bases
      | basis           | instrument                | clause                                                        | certainty   | note                                                                                                                                                                                                                                                                                             |
      | a3              | Regulation (EU) 2023/1542 | Article 3(1)                                                  | own reading | Wording of the categories from our own knowledge; order of decision: EV, LMT, SLI, industrial, portable, any other above 5 kg.                                                                                                                                                                   |
      | a6              | Regulation (EU) 2023/1542 | Article 6 and Annex I                                         | secondary   | Quoted from the Official Journal by a public rule library. The text says more than, so the limit itself passes; lead in portable batteries from 18 August 2024, in zinc-air button cells from 18 August 2028.                                                                                    |
      | a7-1            | Regulation (EU) 2023/1542 | Article 7(1)                                                  | secondary   | The later of a printed day and 12 months (EV) or 18 months after the acts. Neither act was adopted on 5 September 2026, so EV batteries cannot be bound before 5 September 2027, industrial ones not before 5 March 2028. Pages that say the duty has run since February 2025 or 2026 are wrong. |
      | a7-2            | Regulation (EU) 2023/1542 | Article 7(2)                                                  | own reading | Printed days from our own knowledge; 18 months after an act that was not adopted on 5 September 2026. No class is defined in the Regulation.                                                                                                                                                     |
      | a7-3            | Regulation (EU) 2023/1542 | Article 7(3)                                                  | own reading | Printed days from our own knowledge; 18 months after an act that was not adopted on 5 September 2026.                                                                                                                                                                                            |
      | a7-annex2       | Regulation (EU) 2023/1542 | Article 7(1) and Annex II, coherence of a declaration         | own reading | Life-cycle stages sum up to the total within 0.5 %; the declared value is per kWh delivered over the service life. Scored, never a gate.                                                                                                                                                         |
      | a7-draft        | Regulation (EU) 2023/1542 | draft delegated act of 2024, full equivalent cycles per year  | secondary   | M1 and N1 60, L 20, M2, M3, N2 and N3 250 cycles a year, as reported of the draft; advisory only.                                                                                                                                                                                                |
      | literature      | eu-battery                | literature on cradle-to-gate footprints                       | own reading | Published ranges per kWh of capacity: NMC and NCA 20 to 394, LFP 34 to 246 kgCO2e. They are no limits.                                                                                                                                                                                           |
      | a8-1            | Regulation (EU) 2023/1542 | Article 8(1)                                                  | secondary   | Documentation per model, year and plant: the later of 18 August 2028 (LMT 18 August 2033) and 24 months after the delegated act.                                                                                                                                                                 |
      | a8-2            | Regulation (EU) 2023/1542 | Article 8(2)                                                  | secondary   | From 18 August 2031 cobalt 16 %, lead 85 %, lithium 6 %, nickel 6 %.                                                                                                                                                                                                                             |
      | a8-3            | Regulation (EU) 2023/1542 | Article 8(3)                                                  | secondary   | From 18 August 2036, LMT too: cobalt 26 %, lead 85 %, lithium 12 %, nickel 15 %.                                                                                                                                                                                                                 |
      | a8-advance      | Regulation (EU) 2023/1542 | Article 8, before its day                                     | own reading | A shortfall before 18 August 2031 is an advice.                                                                                                                                                                                                                                                  |
      | a9              | Regulation (EU) 2023/1542 | Article 9 and Annex III                                       | own reading | The later of 18 August 2028 and 24 months after the delegated act.                                                                                                                                                                                                                               |
      | a10-1           | Regulation (EU) 2023/1542 | Article 10(1) and Annex IV Part A                             | secondary   | A document with values, from 18 August 2024; keyed on the first placing on the market.                                                                                                                                                                                                           |
      | a10-2           | Regulation (EU) 2023/1542 | Article 10(2) and (3)                                         | secondary   | Industrial 18 August 2027, LMT 18 August 2028, or 18 months after a delegated act that is not adopted.                                                                                                                                                                                           |
      | a11             | Regulation (EU) 2023/1542 | Article 11                                                    | own reading | Date and first sentence as quoted by others; tools, derogations, independent professionals and spare parts from our own knowledge.                                                                                                                                                               |
      | a12             | Regulation (EU) 2023/1542 | Article 12 and Annex V                                        | own reading | Evidence of safety tests of stationary storage, from 18 August 2024.                                                                                                                                                                                                                             |
      | a13-1           | Regulation (EU) 2023/1542 | Article 13(1)                                                 | secondary   | The later of 18 August 2026 and 18 months after an implementing act that was still in feedback on 9 February 2026, hence not before 9 August 2027.                                                                                                                                               |
      | a13-2           | Regulation (EU) 2023/1542 | Article 13(2)                                                 | own reading | Capacity on rechargeable portable, LMT and SLI batteries; from our own knowledge. The same day as the general label.                                                                                                                                                                             |
      | a13-3           | Regulation (EU) 2023/1542 | Article 13(3)                                                 | own reading | Minimum average duration and the word non-rechargeable on portable batteries that cannot be recharged; from our own knowledge. The same day as the general label.                                                                                                                                |
      | a13-4           | Regulation (EU) 2023/1542 | Article 13(4)                                                 | secondary   | 3 % of the largest side, at most 25 cm2; cylindrical cells 1.5 % of the surface; if the side would be shorter than 0.47 cm, at least 1 cm on the packaging. From 18 August 2025.                                                                                                                 |
      | a13-5           | Regulation (EU) 2023/1542 | Article 13(5)                                                 | secondary   | Symbol Cd beyond 0.002 %, symbol Pb beyond 0.004 %, in every category.                                                                                                                                                                                                                           |
      | a13-6           | Regulation (EU) 2023/1542 | Article 13(6)                                                 | secondary   | QR code from 18 February 2027, as reported.                                                                                                                                                                                                                                                      |
      | a14             | Regulation (EU) 2023/1542 | Article 14 and Annex VII                                      | secondary   | State of health in the battery management system, from 18 August 2024; EV batteries SOCE only, without Part B. What is asked where possible is not asked here.                                                                                                                                   |
      | a17             | Regulation (EU) 2023/1542 | Article 17                                                    | own reading | Articles 6, 9, 10, 12, 13 and 14: series A or D1, else A or G; Articles 7 and 8: series D1, else G.                                                                                                                                                                                              |
      | a18             | Regulation (EU) 2023/1542 | Articles 18 to 20                                             | own reading | EU declaration of conformity and CE marking from 18 August 2024.                                                                                                                                                                                                                                 |
      | a38             | Regulation (EU) 2023/1542 | Article 38(6) and (7)                                         | own reading | Identification of battery and manufacturer; scored.                                                                                                                                                                                                                                              |
      | a47             | Regulation (EU) 2023/1542 | Articles 47 to 52 as changed by Regulation (EU) 2025/1561     | secondary   | From 18 August 2027. Exempt below 40 million EUR net turnover, unless part of a group above that.                                                                                                                                                                                                |
      | omnibus         | Regulation (EU) 2023/1542 | COM(2025) 501, pending                                        | secondary   | Proposal to raise the turnover threshold from 40 to 150 million EUR; in negotiation.                                                                                                                                                                                                             |
      | a56             | Regulation (EU) 2023/1542 | Article 56                                                    | secondary   | Extended producer responsibility from 18 August 2025.                                                                                                                                                                                                                                            |
      | a59             | Regulation (EU) 2023/1542 | Articles 59 and 60 and Annex XI                               | own reading | Collection: portable 45, 63 and 73 %, LMT 51 and 61 %, of the mean sales of three years.                                                                                                                                                                                                         |
      | a61             | Regulation (EU) 2023/1542 | Article 61                                                    | own reading | SLI, industrial and EV batteries are taken back free of charge.                                                                                                                                                                                                                                  |
      | a71-b           | Regulation (EU) 2023/1542 | Article 71 and Annex XII Part B                               | own reading | Lead-acid 75, lithium 65, nickel-cadmium 80, other 50 %; from 2031 lead-acid 80, lithium 70. The figures 75, 65 and 80 are reported by others. Not Articles 59 or 61, as some pages say.                                                                                                         |
      | a71-c           | Regulation (EU) 2023/1542 | Article 71 and Annex XII Part C                               | own reading | Cobalt, copper, lead, nickel 90, lithium 50 %; from 2032 95 and 80 %.                                                                                                                                                                                                                            |
      | a77             | Regulation (EU) 2023/1542 | Article 77(1)                                                 | secondary   | LMT, EV and industrial batteries above 2 kWh, from 18 February 2027.                                                                                                                                                                                                                             |
      | a77-guidance    | Regulation (EU) 2023/1542 | Annex XIII, read with the Commission guidance of 28 July 2026 | secondary   | Mandatory data points per category; the guidance is not binding. It marks shares of recycled content mandatory although Article 8(1) starts later: these are scored, not a gate. Carbon-footprint class, due diligence report and rated capacity under 1(g) are not to be filled.                |
      | a77-conditional | Regulation (EU) 2023/1542 | Annex XIII and the guidance, conditional data points          | own reading | The guidance marks them conditional; on what condition was not read, so the operator says which apply. The hazard symbol is taken to be due where Article 13(5) asks for Cd or Pb.                                                                                                               |
      | scoring         | eu-battery                | points and grades                                             | own reading | The Regulation gives no points. Each data point weighs the same.                                                                                                                                                                                                                                 |
    And these sections
      | section  | label            | points |
      | passport | Battery passport | 92     |
      | identity | Identification   | 4      |
      | declared | Declarations     | 4      |

  Rule: Every gate met is compliant, every point scored is complete
    Background:
      Given these grades
        | grade     | at least | basis   |
        | complete  | 100      | scoring |
        | compliant |          | scoring |
      And the grades are called
        | grade     | words     |
        | complete  | complete  |
        | compliant | compliant |

    Scenario: the battery of the reference case is complete
      When evaluated as of 2027-04-01
      Then the conclusion is graded
      And the grade is complete
      And the total score is 100

    Scenario Outline: one hundredth below
      Given supposing the total score is <score>
      When evaluated as of 2027-04-01
      Then the grade is <grade>

      Examples:
        | score | grade     |
        | 100   | complete  |
        | 99.99 | compliant |

    Scenario: no points at all still comply
      Given supposing the total score is 0
      When evaluated as of 2027-04-01
      Then the grade is compliant

    Scenario: a portable battery without any declaration is judged on its identification
      Given battery category is portable battery
      And intended use is general use
      And vehicle category is no vehicle
      And battery weight is 0.5 kg
      And battery capacity is 0.05 kWh
      And footprint stated is no
      And recycled content stated is no
      And battery passport is no
      When evaluated as of 2027-04-01
      Then the conclusion is graded
      And the total score is 100
      And the grade is complete
