#include "ui/handover/forwarddialog.h"

#include "ui/dialogs/problembar.h"
#include "ui/handover/handeewords.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/showntext.h"

#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int nameRole = Qt::UserRole + 1;

QLabel *handoverCaption(QWidget *field, const QString &text, QWidget *parent)
{
    auto *caption = new QLabel(text, parent);
    caption->setFont(strongFont(parent->font()));
    caption->setBuddy(field);
    field->setAccessibleName(text);
    return caption;
}

QLabel *quietLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(secondaryFont(parent->font()));
    label->hide();
    return label;
}

QListWidgetItem *chosenOf(const QListWidget *list)
{
    const QList<QListWidgetItem *> chosen = list->selectedItems();
    return chosen.isEmpty() ? nullptr : chosen.first();
}

/// The style sheet colours all rows alike, so what cannot be chosen is greyed here.
void setChoosable(QListWidgetItem *item, bool isChoosable)
{
    item->setFlags(isChoosable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
    if (!isChoosable) {
        item->setForeground(coloursOf(item->listWidget()->palette()).secondaryText);
    }
    item->setToolTip(plainToolTip(item->text()));
}

} // namespace

ForwardDialog::ForwardDialog(const QString &customer, const DepartmentId &present, QWidget *parent)
    : QDialog(parent)
    , m_present(present)
    , m_departments(new QListWidget(this))
    , m_agents(new QListWidget(this))
    , m_noDepartments(quietLabel(this))
    , m_noAgents(quietLabel(this))
    , m_unsent(quietLabel(this))
    , m_comment(new QPlainTextEdit(this))
    , m_missing(quietLabel(this))
    , m_problem(new ProblemBar(this))
    , m_forward(new QPushButton(tr("Forward"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Forward conversation"));
    setAccessibleName(tr("Forward conversation"));
    setProperty("panel", true);
    build(customer);
    connectParts();
    refresh();
}

void ForwardDialog::build(const QString &customer)
{
    auto *about = new QLabel(
        tr("Somebody else goes on with %1. They see the whole conversation and your comment.").arg(customer), this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(m_comment->fontMetrics().lineSpacing() * 4);
    m_comment->setPlaceholderText(tr("What should they know? Customers do not see it."));
    m_unsent->setText(tr("Texts of yours still wait here to be sent. They will not leave once somebody else serves the "
                         "conversation."));
    m_missing->show();
    m_forward->setProperty("primary", true);
    m_forward->setAutoDefault(false);
    m_forward->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_cancel->setAutoDefault(false);
    for (QListWidget *list : {m_departments, m_agents}) {
        list->setUniformItemSizes(true);
        list->setTextElideMode(Qt::ElideRight);
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->setMinimumHeight(list->fontMetrics().lineSpacing() * 9);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * metrics::grid);
    buttons->addWidget(m_missing, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_forward);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(20, 20, 20, 16);
    grid->setHorizontalSpacing(4 * metrics::grid);
    grid->setVerticalSpacing(2 * metrics::grid);
    grid->addWidget(about, 0, 0, 1, 2);
    grid->addWidget(handoverCaption(m_departments, tr("Departments"), this), 1, 0);
    grid->addWidget(handoverCaption(m_agents, tr("Agents"), this), 1, 1);
    grid->addWidget(m_departments, 2, 0);
    grid->addWidget(m_agents, 2, 1);
    grid->addWidget(m_noDepartments, 3, 0, Qt::AlignTop);
    grid->addWidget(m_noAgents, 3, 1, Qt::AlignTop);
    grid->addWidget(handoverCaption(m_comment, tr("Comment"), this), 4, 0, 1, 2);
    grid->addWidget(m_comment, 5, 0, 1, 2);
    grid->addWidget(m_unsent, 6, 0, 1, 2);
    grid->addWidget(m_problem, 7, 0, 1, 2);
    grid->addLayout(buttons, 8, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);
    resize(fontMetrics().averageCharWidth() * 104, sizeHint().height());
}

void ForwardDialog::connectParts()
{
    connect(m_departments, &QListWidget::itemSelectionChanged, this, [this] { onChosen(m_departments, m_agents); });
    connect(m_agents, &QListWidget::itemSelectionChanged, this, [this] { onChosen(m_agents, m_departments); });
    connect(m_cancel, &QPushButton::clicked, this, &ForwardDialog::reject);
    connect(m_forward, &QPushButton::clicked, this, [this] {
        m_problem->clear();
        Q_EMIT forwardRequested(request());
    });
}

void ForwardDialog::setHandees(const Handees &handees)
{
    m_handees = handees;
    m_knowsHandees = true;
    listDepartments();
    listColleagues();
    refresh();
}

/// One that the conversation is in already, or that the present one may not forward to, cannot be chosen.
void ForwardDialog::listDepartments()
{
    m_departments->clear();
    const auto present = std::find_if(m_handees.departments.cbegin(), m_handees.departments.cend(),
                                      [this](const Department &one) { return one.id == m_present; });
    const QList<DepartmentId> allowed
        = present == m_handees.departments.cend() ? QList<DepartmentId>() : present->forwardsTo;
    for (const Department &department : std::as_const(m_handees.departments)) {
        const bool isPresent = department.id == m_present;
        const bool isAllowed = allowed.isEmpty() || allowed.contains(department.id);
        QString line = departmentLine(department, reachableIn(department.id, m_handees.colleagues));
        if (isPresent) {
            line = tr("%1 · it is there now").arg(departmentLine(department, std::nullopt));
        } else if (!isAllowed) {
            line = tr("%1 · not from this department").arg(departmentLine(department, std::nullopt));
        }
        auto *item = new QListWidgetItem(line, m_departments);
        item->setData(idRole, department.id.value);
        item->setData(nameRole, departmentLine(department, std::nullopt));
        setChoosable(item, !isPresent && isAllowed);
    }
    m_noDepartments->setText(tr("This workspace has no departments."));
    m_noDepartments->setVisible(m_handees.departments.isEmpty());
}

void ForwardDialog::listColleagues()
{
    m_agents->clear();
    const Colours &colours = coloursOf(palette());
    for (const Colleague &colleague : std::as_const(m_handees.colleagues)) {
        auto *item = new QListWidgetItem(colleagueLine(colleague), m_agents);
        const Presence shown = colleague.isReachable() ? colleague.agent.presence : Presence::Offline;
        item->setIcon(glyphIcon(Glyph::Person, presenceColour(colours, shown)));
        item->setData(idRole, colleague.agent.id.value);
        item->setData(nameRole, colleagueName(colleague));
        // Offline is no hindrance in most workspaces (7.7.1); not being available is.
        setChoosable(item, colleague.agent.availability != Availability::NotAvailable);
    }
    const bool isPartial = m_handees.hidden.has_value();
    if (isPartial) {
        m_noAgents->setText(tr("Your account may not list all agents of this workspace (permission "
                               "manage-livechat-agents), so these are the departments' agents."));
    } else {
        m_noAgents->setText(tr("There is no other agent."));
    }
    m_noAgents->setVisible(isPartial || m_handees.colleagues.isEmpty());
}

void ForwardDialog::warnOfUnsent()
{
    m_unsent->show();
}

/// A conversation goes to one of them: choosing here gives up what is chosen there.
void ForwardDialog::onChosen(QListWidget *list, QListWidget *other)
{
    if (chosenOf(list) && chosenOf(other)) {
        other->clearSelection();
        other->setCurrentItem(nullptr);
    }
    refresh();
}

void ForwardDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    for (QWidget *field :
         {static_cast<QWidget *>(m_departments), static_cast<QWidget *>(m_agents), static_cast<QWidget *>(m_comment)}) {
        field->setEnabled(!isBusy);
    }
    refresh();
}

void ForwardDialog::tell(const ErrorText &problem)
{
    setBusy(false);
    m_problem->tell(problem);
}

ForwardRequest ForwardDialog::request() const
{
    ForwardRequest request;
    request.comment = m_comment->toPlainText().trimmed();
    if (const QListWidgetItem *agent = chosenOf(m_agents)) {
        request.agent = {agent->data(idRole).toString()};
    } else if (const QListWidgetItem *department = chosenOf(m_departments)) {
        request.department = {department->data(idRole).toString()};
    }
    return request;
}

QString ForwardDialog::target() const
{
    const QListWidgetItem *chosen = chosenOf(m_agents) ? chosenOf(m_agents) : chosenOf(m_departments);
    return chosen ? chosen->data(nameRole).toString() : QString();
}

QString ForwardDialog::missing() const
{
    if (m_isBusy) {
        return tr("Forwarding…");
    }
    if (!m_knowsHandees) {
        return m_problem->isEmpty() ? tr("Asking the workspace who is there…") : QString();
    }
    return target().isEmpty() ? tr("Choose a department or an agent.") : QString();
}

void ForwardDialog::refresh()
{
    const QString reason = missing();
    m_missing->setText(reason);
    m_forward->setEnabled(!m_isBusy && !target().isEmpty());
    m_forward->setToolTip(reason);
}

} // namespace greenline
