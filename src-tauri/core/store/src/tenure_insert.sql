INSERT INTO tenure (
    person, post, started, no_later_than, ended_on, ended, start_item, start_opening, end_item, end_opening, end_ending,
    end_organisation_event, end_post_event, end_cause, concurrent, acting, secondment, probation_ends, confirmed_item,
    confirmed_opening, confirmed_on, term_ends
) VALUES (
    :person, :post, :started, :no_later_than, :ended_on, :ended, :start_item, :start_opening, :end_item, :end_opening,
    :end_ending, :end_organisation_event, :end_post_event, :end_cause, :concurrent, :acting, :secondment,
    :probation_ends, :confirmed_item, :confirmed_opening, :confirmed_on, :term_ends
)
