#include "ui/outbound/senderfield.h"

#include "app/sms/phonenumber.h"
#include "ui/words/plainline.h"

namespace greenline {

SenderField::SenderField(QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(tr("Sender"));
}

void SenderField::setProviders(const QList<OutboundProvider> &providers)
{
    const QSignalBlocker quiet(this);
    int chosen = 0;
    clear();
    m_choices.clear();
    for (const OutboundProvider &provider : providers) {
        for (const OutboundSender &sender : provider.senders) {
            if (provider.id == m_wanted.provider && sender.number == m_wanted.sender.number) {
                chosen = count();
            }
            m_choices.append({provider.id, sender});
            //: %1 is a number of ours, %2 the app that texts from it
            addItem(tr("%1 · %2").arg(displayNumber(sender.number), plainLine(provider.name)));
        }
    }
    setCurrentIndex(count() > 0 ? chosen : -1);
}

void SenderField::restore(const QString &provider, const QString &number)
{
    m_wanted.provider = provider;
    m_wanted.sender.number = number;
}

} // namespace greenline
