#pragma once

#include "app/workspace/customernotes.h"

namespace greenline {

/// What a session offers about customers.
struct CustomerCare {
    CustomerCare(RestClient &rest, const ServerFeatures &features, Clock &clock)
        : api(rest, features)
        , customers(api, clock)
        , notes(file, customers, clock)
    {
    }
    Status open(const QString &notesFile)
    {
        const Status opened = file.open(notesFile);
        return opened ? notes.load() : opened;
    }

    ContactsApi api;
    Customers customers;
    NotesDb file;
    CustomerNotes notes;
};

} // namespace greenline
