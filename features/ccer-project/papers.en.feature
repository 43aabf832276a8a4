# language: en
Feature: Documents, bodies and consequences
  Missing documents do not exclude a project permanently: the grade shows eligibility, and the finding names the missing document.

  Background:
    Given the scorecard ccer-project
    And these facts
      | fact                  | label                                                              | type   | unit | one of                                                                                   | at least | multiple of | evidence                          | may lie ahead |
      | public_days           | working days of publication                                        | number | day  |                                                                                          | 0        | 1           | design-document                   |               |
      | public_from           | first day of publication                                           | date   |      |                                                                                          |          |             | design-document                   |               |
      | public_until          | last day of publication                                            | date   |      |                                                                                          |          |             | design-document                   |               |
      | validator_named       | the name of the validation body is published                       | flag   |      |                                                                                          |          |             | design-document                   |               |
      | report_public         | the validation report is published                                 | flag   |      |                                                                                          |          |             | validation-report                 |               |
      | body_promise          | commitment of the validation body                                  | flag   |      |                                                                                          |          |             | validation-report, promise-letter |               |
      | promise_unique        | commitment to uniqueness                                           | flag   |      |                                                                                          |          |             | promise-letter                    |               |
      | promise_true          | commitment to truth, completeness and validity                     | flag   |      |                                                                                          |          |             | promise-letter                    |               |
      | reductions_registered | reductions have been registered                                    | flag   |      |                                                                                          |          |             | registry-extract                  |               |
      | last_registered_on    | date of the last registration of reductions                        | date   |      |                                                                                          |          |             | registry-extract                  |               |
      | kept_until            | end of record retention                                            | date   |      |                                                                                          |          |             |                                   | yes           |
      | staff                 | full-time staff of the validation body                             | number |      |                                                                                          | 0        | 1           |                                   |               |
      | staff_experienced     | staff with two years of practice                                   | number |      |                                                                                          | 0        | 1           |                                   |               |
      | fund                  | risk fund or insurance of the validation body                      | flag   |      |                                                                                          |          |             |                                   |               |
      | body_breach_5y        | serious breach of the validation body within five years            | flag   |      |                                                                                          |          |             |                                   |               |
      | body_consults         | the validation body advises, prepares documents or has an interest | flag   |      |                                                                                          |          |             | body-charter                      |               |
      | breach                | type of breach                                                     | choice |      | no_breach, duty_of_owner, false_material, false_reductions_sold, body_duty, manipulation |          |             |                                   |               |
    And the choices of type of breach
      | value                 | words                                |
      | no_breach             | no breach                            |
      | duty_of_owner         | general breach of duties             |
      | false_material        | false material provided by the owner |
      | false_reductions_sold | false reductions registered          |
      | body_duty             | breach by the validation body        |
      | manipulation          | market manipulation                  |
    And this reference case
      | fact                                                               | value      |
      | working days of publication                                        | 20 days    |
      | first day of publication                                           | 2024-07-01 |
      | last day of publication                                            | 2024-07-26 |
      | the name of the validation body is published                       | yes        |
      | the validation report is published                                 | yes        |
      | commitment of the validation body                                  | yes        |
      | commitment to uniqueness                                           | yes        |
      | commitment to truth, completeness and validity                     | yes        |
      | reductions have been registered                                    | no         |
      | date of the last registration of reductions                        | 2025-03-31 |
      | end of record retention                                            | 2035-03-31 |
      | full-time staff of the validation body                             | 12         |
      | staff with two years of practice                                   | 6          |
      | risk fund or insurance of the validation body                      | yes        |
      | serious breach of the validation body within five years            | no         |
      | the validation body advises, prepares documents or has an interest | no         |
      | type of breach                                                     | no breach  |

  Rule: Documents of the request
    Background:
      Given the quantity days of publication (span), in days, on basis calendar
        | is                                                                |
        | days(first day of publication to last day of publication) + 1 day |
      And the quantity maximum possible working days (most_working), in days, on basis calendar
        | is                                                    |
        | round(days of publication * 6 / 7, 1 day, up) + 1 day |
      And these conditions
        | condition          | label                                                        | holds when                                                                                                                                                                                                                        | basis                            |
        | public_long_enough | design document was published long enough before the request | working days of publication is at least 20 days; working days of publication is at most maximum possible working days; last day of publication is before date of the request; the name of the validation body is published is yes | publicity, notice-over, calendar |
        | papers_there       | reports and commitments are available                        | the validation report is published is yes; commitment of the validation body is yes; commitment to uniqueness is yes; commitment to truth, completeness and validity is yes                                                       | request, proof                   |
        | documents          | request is made with complete documents                      | design document was published long enough before the request holds; reports and commitments are available holds; date of the request is until the as-of date                                                                      | request                          |
      And these findings
        | code       | finding                                                       | when                                                                   | severity    | basis       |
        | J8.DAYS    | Published for less than 20 working days                       | working days of publication is less than 20 days                       | major       | publicity   |
        | J8.COUNT   | More working days than the period can contain                 | working days of publication is more than maximum possible working days | major       | calendar    |
        | J8.OPEN    | Requested before the publication period ended                 | last day of publication is from date of the request                    | major       | notice-over |
        | J8.AHEAD   | The request has not been made yet                             | date of the request is after the as-of date                            | observation | not-yet     |
        | J8.BODY    | The name of the validation body is not published              | the name of the validation body is published is no                     | major       | publicity   |
        | J9.REPORT  | The validation report is not published                        | the validation report is published is no                               | major       | validation  |
        | J9.PROMISE | The commitment of the validation body is missing              | commitment of the validation body is no                                | major       | validation  |
        | J10.UNIQUE | The commitment to uniqueness is missing                       | commitment to uniqueness is no                                         | major       | request     |
        | J10.TRUE   | The commitment to truth, completeness and validity is missing | commitment to truth, completeness and validity is no                   | major       | request     |

    Scenario Outline: Twenty working days, not twenty calendar days
      Given public_days is <days> days
      And public_until is <until>
      And requested_on is <request>
      When evaluated as of 2024-09-10
      Then the grade is <grade>
      And <short>
      And <impossible>
      And <open>

      Examples:
        | days | until      | request    | grade    | short                                   | impossible                               | open                                    |
        | 20   | 2024-07-26 | 2024-07-27 | complete | no finding J8.DAYS is raised            | no finding J8.COUNT is raised            | no finding J8.OPEN is raised            |
        | 20   | 2024-07-26 | 2024-07-26 | eligible | no finding J8.DAYS is raised            | no finding J8.COUNT is raised            | a major nonconformity J8.OPEN is raised |
        | 19   | 2024-07-26 | 2024-07-27 | eligible | a major nonconformity J8.DAYS is raised | no finding J8.COUNT is raised            | no finding J8.OPEN is raised            |
        | 14   | 2024-07-20 | 2024-07-27 | eligible | a major nonconformity J8.DAYS is raised | no finding J8.COUNT is raised            | no finding J8.OPEN is raised            |
        | 20   | 2024-07-22 | 2024-07-27 | complete | no finding J8.DAYS is raised            | no finding J8.COUNT is raised            | no finding J8.OPEN is raised            |
        | 20   | 2024-07-21 | 2024-07-27 | eligible | no finding J8.DAYS is raised            | a major nonconformity J8.COUNT is raised | no finding J8.OPEN is raised            |
        | 20   | 2024-07-20 | 2024-07-27 | eligible | no finding J8.DAYS is raised            | a major nonconformity J8.COUNT is raised | no finding J8.OPEN is raised            |

    Scenario Outline: A future request is not complete
      Given requested_on is <request>
      When evaluated as of 2024-09-10
      Then the grade is <grade>
      And <ahead>

      Examples:
        | request    | grade    | ahead                             |
        | 2024-09-10 | complete | no finding J8.AHEAD is raised     |
        | 2024-09-11 | eligible | an observation J8.AHEAD is raised |

    Scenario Outline: Missing documents
      Given validator_named is <named>
      And report_public is <report>
      And body_promise is <body>
      And promise_unique is <unique>
      And promise_true is <true>
      When evaluated as of 2024-09-10
      Then the grade is eligible
      And a major nonconformity <code> is raised

      Examples:
        | named | report | body | unique | true | code       |
        | no    | yes    | yes  | yes    | yes  | J8.BODY    |
        | yes   | no     | yes  | yes    | yes  | J9.REPORT  |
        | yes   | yes    | no   | yes    | yes  | J9.PROMISE |
        | yes   | yes    | yes  | no     | yes  | J10.UNIQUE |
        | yes   | yes    | yes  | yes    | no   | J10.TRUE   |

    Scenario: A commitment without its letter is undetermined
      Given evidence for commitment to uniqueness is missing
      When evaluated as of 2024-09-10
      Then the possible grades are complete, eligible

  Rule: Records
    Background:
      Given these gates
        | id  | gate                                                           | requires                                                                                  | applies when                                                                                                | basis   |
        | J14 | Records are retained for ten years after the last registration | end of record retention is from date of the last registration of reductions plus 10 years | reductions have been registered is yes; date of the last registration of reductions is until the as-of date | records |

    Scenario Outline: Exactly ten years
      Given reductions_registered is <there>
      And kept_until is <until>
      When evaluated as of <asked>
      Then gate J14 is <outcome>

      Examples:
        | there | until      | asked      | outcome        |
        | yes   | 2035-03-31 | 2025-03-31 | met            |
        | yes   | 2035-03-30 | 2025-03-31 | not met        |
        | no    | 2035-03-30 | 2025-03-31 | not applicable |
        | yes   | 2035-03-30 | 2025-03-30 | not applicable |

  Rule: Validation body
    Background:
      Given these gates
        | id | gate                                                                                                                     | requires                                                                                                                                                                                                                                                                                                       | basis  |
        | B1 | Validation body has ten staff (five of them with two years of practice), a risk fund or insurance, and no serious breach | full-time staff of the validation body is at least 10; staff with two years of practice is at least 5; staff with two years of practice is at most full-time staff of the validation body; risk fund or insurance of the validation body is yes; serious breach of the validation body within five years is no | bodies |
        | B2 | Validation body does not advise and has no interest in the project                                                       | the validation body advises, prepares documents or has an interest is no                                                                                                                                                                                                                                       | roles  |

    Scenario Outline: At least ten staff, five of them with practice
      Given staff is <staff>
      And staff_experienced is <experienced>
      And fund is <fund>
      And body_breach_5y is <breach>
      When evaluated as of 2024-09-10
      Then gate B1 is <outcome>

      Examples:
        | staff | experienced | fund | breach | outcome |
        | 10    | 5           | yes  | no     | met     |
        | 10    | 4           | yes  | no     | not met |
        | 9     | 5           | yes  | no     | not met |
        | 10    | 5           | no   | no     | not met |
        | 10    | 5           | yes  | yes    | not met |
        | 10    | 10          | yes  | no     | met     |
        | 10    | 11          | yes  | no     | not met |

    Scenario: The author of the document cannot validate it
      Given the validation body advises, prepares documents or has an interest is yes
      When evaluated as of 2024-09-10
      Then gate B2 is not met

  Rule: Fines as ranges
    Background:
      Given the quantity minimum fine (fine_least), in CNY, by type of breach
        | type of breach                       | is    | basis        |
        | no breach                            | 0     | duties       |
        | general breach of duties             | 10000 | duties       |
        | false material provided by the owner | 10000 | false-owner  |
        | false reductions registered          | 50000 | false-owner  |
        | breach by the validation body        | 50000 | false-body   |
        | market manipulation                  | 10000 | manipulation |
      And the quantity maximum fine (fine_most), in CNY, by type of breach
        | type of breach                       | is     | basis        |
        | no breach                            | 0      | duties       |
        | general breach of duties             | 100000 | duties       |
        | false material provided by the owner | 100000 | false-owner  |
        | false reductions registered          | 100000 | false-owner  |
        | breach by the validation body        | 200000 | false-body   |
        | market manipulation                  | 100000 | manipulation |
      And these results
        | result    | label        | is           | rounded to | basis                                         |
        | fine_from | Minimum fine | minimum fine | 0 decimals | duties, false-owner, false-body, manipulation |
        | fine_to   | Maximum fine | maximum fine | 0 decimals | duties, false-owner, false-body, manipulation |

    Scenario Outline: A fine is a range
      Given breach is <breach>
      When evaluated as of 2024-09-10
      Then the quantity fine_least is <least> CNY
      And the quantity fine_most is <most> CNY

      Examples:
        | breach                | least | most   |
        | no_breach             | 0     | 0      |
        | duty_of_owner         | 10000 | 100000 |
        | false_material        | 10000 | 100000 |
        | false_reductions_sold | 50000 | 100000 |
        | body_duty             | 50000 | 200000 |
        | manipulation          | 10000 | 100000 |
