#include "app/practice/customers.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline::practice {

// Numbers: +1 xxx 555 01xx, +44 7700 900xxx, +49 171 39200xx, +33 6 39 98, +46 70 17406xx and +61 491 570 1xx are kept for fiction by the
// countries' regulators; elsewhere rows of zeros.
const std::vector<Person> &practicePeople()
{
    static const std::vector<Person> people{
        {"+12125550142"_L1, {}, 2s, 25s, 0s,
         {{u"Hi, my order 48213 was due yesterday and the tracking page hasn't moved since Friday. Can you see where it is?"},
          {u"Thanks for checking. I'm home until 6 today, after that a neighbour can take it."},
          {u"Perfect, that works. Have a good one!"}}},
        {"+447700900123"_L1, u"Harriet Osei", 5s, 30s, 0s,
         {{u"Morning! Is the King Street shop open this Sunday? I'd like to collect in person."},
          {u"Lovely. Do I need to bring the confirmation email or is my name enough?"},
          {u"Great, see you Sunday."}}},
        {"+491713920042"_L1, u"Katharina Vogel", 9s, 40s, 0s,
         {{u"Guten Tag, ich möchte die Größe meiner Bestellung ändern: bitte M statt L. Geht das noch?"},
          {u"Vielen Dank! Die Rechnung bitte an dieselbe Adresse."}}},
        {"+61491570156"_L1, {}, 14s, 30s, 0s,
         {{u"G'day, parcel turned up but the corner's stoved in. Photo attached", true},
          {u"Haven't opened it yet, wanted to ask first."},
          {u"Righto, opened it. The mug's fine, just the box that copped it. No need for a replacement, cheers"}}},
        {"+14155550187"_L1, {}, 20s, 15s, 0s,
         {{u"omg the blue one is BACK in stock?? 😍😍 can u hold one for me 🙏"},
          {u"yesss 🎉🎉 size 8 pls 👟"},
          {u"ur the best 💚 see u tmrw 👋🏽"}}},
        {"+46701740617"_L1, {}, 35s, 8s, 40s,
         {{u"I need an answer about my refund today"},
          {u"5 days? The last person said 3"},
          {u"OK. Send me the reference number then"},
          {u"Got it"}},
         u"Hello?? Anybody there?"},
        {"+33639980117"_L1, {}, 55s, 35s, 0s,
         {{u"Bonjour, j'ai reçu deux fois le même article mais je n'en ai commandé qu'un. Que dois-je faire du deuxième ?"},
          {u"D'accord, je le dépose au point relais demain. Merci beaucoup !"}}},
        {"+13125550109"_L1, {}, 80s, 20s, 0s, {{u"Who is this? Where did you get my number"}, {u"STOP"}}},
        {"+971500000123"_L1, {}, 100s, 30s, 0s,
         {{u"مرحبا، هل يمكن تغيير موعد التوصيل إلى يوم الخميس؟ رقم الطلب 48377"}, {u"بعد الساعة 5 مساءً إذا أمكن"}, {u"شكرا جزيلا"}}},
        {"+34600000142"_L1, {}, 130s, 45s, 0s,
         {{u"Buenas tardes. Les escribo porque el martes compré en su web una lámpara de pie y una mesa auxiliar. La lámpara llegó ayer en "
           u"perfecto estado, pero la mesa no aparece en el seguimiento y en mi cuenta pone que las dos cosas están entregadas. He mirado "
           u"con el portero y con los vecinos del segundo y nadie ha recogido nada. Además, en el albarán solo figura un bulto. ¿Podrían "
           u"comprobar si la mesa salió del almacén? Estoy en casa por las mañanas hasta las 14:00 y, si hace falta, puedo enviar una foto "
           u"del albarán. Gracias de antemano."},
          {u"Muchas gracias, espero noticias."}}},
        {"+972500000142"_L1, {}, 170s, 30s, 0s, {{u"שלום, קיבלתי את החבילה אבל חסר כבל הטעינה. אפשר לשלוח אותו בנפרד?"}, {u"תודה רבה!"}}},
        {"+353850000142"_L1, u"Aoife Brennan", 210s, 30s, 0s,
         {{u"Hiya, is gift wrapping still 2.50? It's for my mam's birthday on the 3rd so no invoice in the box please"},
          {u"Brilliant, thanks a million"}}},
        {"+306900000142"_L1, {}, 260s, 30s, 0s,
         {{u"Καλησπέρα, μπορώ να πληρώσω με αντικαταβολή;"}, {u"Ευχαριστώ πολύ!"}}},
        {"+351910000142"_L1, {}, 320s, 30s, 0s,
         {{u"Boa tarde, a loja entrega nos Açores? Quanto custa o envio para Ponta Delgada?"}, {u"Obrigado, vou encomendar hoje."}}},
    };
    return people;
}

} // namespace greenline::practice
