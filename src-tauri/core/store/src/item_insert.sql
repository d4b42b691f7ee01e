INSERT INTO item (
    act, document, position, person, post, kind,
    printed_name, printed_gender, printed_ethnicity, printed_organisation, printed_title,
    concurrent, acting, secondment, probation_months, term_months, effective_on,
    note, certain, basis, source_start, source_end
) VALUES (
    :act, :document, :position, :person, :post, :kind,
    :printed_name, :printed_gender, :printed_ethnicity, :printed_organisation, :printed_title,
    :concurrent, :acting, :secondment, :probation_months, :term_months, :effective_on,
    :note, :certain, :basis, :source_start, :source_end
)
