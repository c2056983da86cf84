#include "ui/customer/customerwords.h"

#include "ui/words/errortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace greenline {

QString notSavedWords(const Error &error)
{
    const auto said = [](const char *sentence) { return QCoreApplication::translate("CustomerWords", sentence); };
    if (error.code == "error-invalid-custom-field-value"_L1) {
        return said(
            QT_TRANSLATE_NOOP("CustomerWords", "Not saved: the workspace asks for another form of this value."));
    }
    if (error.kind == Error::Kind::Forbidden || error.code == "error-not-allowed"_L1) {
        return said(QT_TRANSLATE_NOOP("CustomerWords",
                                      "Not saved: you may not change this customer. What you typed stays here."));
    }
    if (error.kind == Error::Kind::Rejected || error.kind == Error::Kind::NotFound) {
        return said(QT_TRANSLATE_NOOP("CustomerWords",
                                      "The workspace did not take the change. What you typed stays here; try again."));
    }
    //: %1 is what happened
    return said(QT_TRANSLATE_NOOP("CustomerWords", "%1 What you typed stays here; save it again in a moment."))
        .arg(errorText(error, Occasion::Taking).happened);
}

QString notReadWords(const Error &error)
{
    if (error.kind == Error::Kind::Forbidden) {
        return QCoreApplication::translate("CustomerWords", "Your account may not see more of this customer.");
    }
    return errorText(error, Occasion::Taking).happened;
}

} // namespace greenline
