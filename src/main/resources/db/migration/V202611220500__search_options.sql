-- The index holds what the options of an enum property are and how they rank, so that a question such as IP54 is understood.
create trigger search_change_any after insert or update or delete or truncate on enum_value
    for each statement execute function record_search_change_of_all();
