#include "app/practice/practicepicture.h"
#include "ui/composer/composer.h"
#include "ui/theme/theme.h"
#include "ui/timeline/conversationheader.h"
#include "ui/timeline/pictures.h"
#include "ui/timeline/quietpage.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Renders the timeline and the composer with made-up conversations, light and dark, to PNG files: to be looked at, not
/// compared. ui_gallery_timeline FOLDER
namespace {

const QDateTime now(QDate(2026, 11, 24), QTime(15, 33), Qt::UTC);
const RoomId room{u"room"_s};

Message said(const QString &text, int minutesAgo, Message::Author author = Message::Author::Customer)
{
    static int count = 0;
    Message message{.id = {u"m%1"_s.arg(++count)}, .room = room, .author = author};
    message.text = text;
    message.at = now.addSecs(-60 * minutesAgo + count);
    message.authorName = author == Message::Author::Customer ? u"Marta Oliveira"_s : u"Ben"_s;
    message.authorId = author == Message::Author::Customer ? u"marta"_s : u"ben"_s;
    return message;
}

Message answered(const QString &text, int minutesAgo, Message::Delivery delivery = Message::Delivery::Saved,
                 const QString &reason = {})
{
    Message message = said(text, minutesAgo, Message::Author::Agent);
    message.delivery = delivery;
    message.reason = reason;
    return message;
}

Message happened(Message::Event event, const QString &subject, int minutesAgo)
{
    Message message = said({}, minutesAgo, Message::Author::System);
    message.event = event;
    message.subject = subject;
    return message;
}

QList<Message> usual()
{
    Message refund = answered(u"Your refund is on its way, 3–5 days."_s, 60 * 24 * 30);
    refund.authorName = u"Ana"_s;
    refund.authorId = u"ana"_s;
    return {refund,
            happened(Message::Event::Taken, u"Ben"_s, 12),
            said(u"Hello! My parcel says delivered but there is nothing here"_s, 9),
            answered(u"Hi Marta, sorry about that. I have asked the courier for the photo of the delivery."_s, 6),
            answered(u"It was left with your neighbour in no. 14."_s, 6),
            answered(u"Here is the photo of the delivery slip"_s, 5, Message::Delivery::Refused,
                     u"File type is not accepted."_s),
            said(u"Found it, thank you!!"_s, 1),
            said(u"Great — and can I change the address for the next one?"_s, 0)};
}

QList<Message> hard()
{
    Message photo = said({}, 20);
    photo.attachments = {{.kind = Attachment::Kind::Image,
                          .title = u"Upload File"_s,
                          .link = u"/file-upload/1/parcel"_s,
                          .mimeType = u"image/png"_s}};
    Message files = said(u"And the invoice, see https://shop.example/orders/8841?x=1, or call tel:+15550100"_s, 19);
    files.attachments = {{.kind = Attachment::Kind::File,
                          .title = u"Invoice of a very long order with many words in its name 2026-11.pdf"_s,
                          .link = u"/file-upload/2/x.pdf"_s,
                          .mimeType = u"application/pdf"_s,
                          .bytes = 48'213},
                         {.kind = Attachment::Kind::Failed, .title = u"Attachment upload failed"_s}};
    Message notice = said(u"The 'To' number is not a valid phone number."_s, 3, Message::Author::System);
    notice.isEphemeral = true;
    return {
        photo,
        files,
        said(u"שלום, איפה ההזמנה שלי מספר 8841? תודה"_s, 18),
        said(u"مرحبا، وصلت الطلبية مكسورة 😞"_s, 17),
        said(
            u"👩‍👩‍👧‍👦🇵🇹👍🏽 ❤️ <img src=http://evil.example/x.png><b>bold?</b> & \u202Egnp.exe\u202C \0 end"_s,
            16),
        said(u"Loooooooooo"_s + QString(120, u'o') + u"ng"_s, 15),
        answered(u"تم إرسال بديل اليوم"_s, 14),
        answered(u"A new one leaves today."_s, 4, Message::Delivery::Failed, u"closed"_s),
        notice,
        answered(u"Written while you were away"_s, 1, Message::Delivery::Waiting)};
}

ReplyTerms terms(const QString &notice = {})
{
    return {true, true, u"+1 555 020"_s, u"+351 912 345 678"_s, notice};
}

struct Scene {
    QString name;
    QList<Message> messages;
    QString reply;
    ReplyTerms terms;
    QSize size{754, 810};
    double textSize = 1;
    bool isScrolledUp = false;
};

class Exhibit : public QWidget
{
public:
    explicit Exhibit(const Scene &scene)
        : m_store(room)
        , m_clock(now)
        , m_pictures(QUrl(u"https://support.example"_s), [](const QString &, const Then<HttpReply> &then) {
            HttpReply reply;
            reply.status = 200;
            reply.body = practice::parcelPicture();
            then(reply);
        })
    {
        auto *header = new ConversationHeader(this);
        Conversation conversation{.id = room,
                                  .stage = scene.terms.canWrite ? Stage::Mine : Stage::Queue,
                                  .source = Source::Sms,
                                  .customerName = u"Marta Oliveira"_s};
        conversation.customerNumber = u"+351912345678"_s;
        conversation.ourNumber = u"+15550201234"_s;
        conversation.customerPresence = Presence::Online;
        header->setConversation(conversation, u"Support"_s);
        m_view = new TimelineView(m_pictures, m_clock, this);
        m_view->setMe({u"ben"_s});
        auto *composer = new Composer(this);
        composer->setText(scene.reply);
        composer->setTerms(scene.terms);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins({});
        column->setSpacing(0);
        column->addWidget(header);
        column->addWidget(new TimelinePane(m_view, this), 1);
        column->addSpacing(8);
        column->addWidget(composer);
        m_store.setHasOlder(false);
        m_store.upsert(scene.messages);
        m_store.setFirstUnread(scene.messages.size() > 6 ? scene.messages.at(scene.messages.size() - 2).id
                                                         : MessageId());
        m_view->setStore(&m_store);
        resize(scene.size);
        setFocusProxy(composer);
    }
    void scrollUp()
    {
        m_view->verticalScrollBar()->setValue(0);
        m_store.upsert(said(u"Hello?"_s, 0));
    }

private:
    MessageStore m_store;
    ManualClock m_clock;
    Pictures m_pictures;
    TimelineView *m_view;
};

QList<Scene> scenes()
{
    const QString reply = u"Of course. Which address shall we use? You can also change it under “My orders”."_s;
    ReplyTerms queued = terms(u"Take this conversation to answer"_s);
    queued.canWrite = false;
    return {{u"usual"_s, usual(), reply, terms(u"Sends when the connection is back"_s)},
            {u"hard"_s, hard(), QString(1650, u'a'), terms(), {754, 1240}},
            {u"narrow"_s, usual() + hard(), reply, terms(), {420, 810}},
            {u"large"_s, usual(), reply, terms(), {754, 810}, 1.25},
            {u"queued"_s, usual().mid(1, 2), {}, queued},
            {u"scrolled"_s, hard() + usual(), {}, terms(), {754, 500}, 1, true}};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme theme(application);
    const QString folder = application.arguments().value(1, u"."_s);
    const QFont base = application.font();
    for (const Theme::Scheme scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        theme.setScheme(scheme);
        for (const Scene &scene : scenes()) {
            QFont font = base;
            font.setPointSizeF(base.pointSizeF() * scene.textSize);
            application.setFont(font);
            Exhibit exhibit(scene);
            exhibit.show();
            exhibit.activateWindow();
            exhibit.setFocus();
            QTimer::singleShot(200, &application, [&] {
                if (scene.isScrolledUp) {
                    exhibit.scrollUp();
                }
            });
            QTimer::singleShot(500, &application, &QApplication::quit);
            application.exec();
            exhibit.grab().save(u"%1/%2-%3.png"_s.arg(folder, scene.name, theme.isDark() ? u"dark"_s : u"light"_s));
        }
        QWidget window;
        auto *page = new QuietPage(&window);
        page->say(Glyph::Sms, u"Take this conversation to read and answer it"_s,
                  u"Hi, my order 8841 arrived broken 😞"_s);
        page->resize(500, 360);
        window.resize(500, 360);
        window.grab().save(u"%1/quiet-%2.png"_s.arg(folder, theme.isDark() ? u"dark"_s : u"light"_s));
    }
    return 0;
}
