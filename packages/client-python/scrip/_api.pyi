# Written by npm run docs out of the declarations of the procedures.

import datetime
import decimal
from typing import Any, Dict, List, Literal, Sequence, TypedDict, Union

# An amount of money in major units.
Amount = Union[int, float, str, decimal.Decimal]
# A moment in UTC as text, to the second: 2006-10-23T03:08:00Z.
Timestamp = str
Flag = Union[bool, Literal[0, 1]]

BankAccountDetailsResult = TypedDict("BankAccountDetailsResult", {"balance": float, "available": float, "held_out": float, "held_in": float, "overdraft": float, "maximum": float, "state": str, "public_deposit": bool, "deposit_group": str, "currency": str, "entries": int})
BankCurrenciesResultItem = TypedDict("BankCurrenciesResultItem", {"code": str, "scale": int, "default": bool})
BankGrantAllAccountsFullCapabilityLimits = TypedDict("BankGrantAllAccountsFullCapabilityLimits", {"accounts": Sequence[str], "payees": Sequence[str], "max_each": Amount, "total": Amount}, total=False)
BankGrantAllAccountsReadCapabilityLimits = TypedDict("BankGrantAllAccountsReadCapabilityLimits", {"accounts": Sequence[str]}, total=False)
BankListGrantsResultItemLimits = TypedDict("BankListGrantsResultItemLimits", {"accounts": List[str], "payees": List[str], "max_each": float, "total": float}, total=False)
_BankListGrantsResultItem = TypedDict("_BankListGrantsResultItem", {"jti": str, "role": str, "kind": str, "holder_akey": str, "holder_name": str, "grantor_akey": str, "grantor_name": str, "limits": BankListGrantsResultItemLimits, "issued": Timestamp, "expires": Timestamp, "revoked": Literal[0, 1], "parent": str})
class BankListGrantsResultItem(_BankListGrantsResultItem, total=False):
    spent: float
    left: float
_BankListHoldsResultItem = TypedDict("_BankListHoldsResultItem", {"hold_id": str, "time": Timestamp, "state": str, "amount": float, "posted": float, "from_akey": str, "from_account_name": str, "to_akey": str, "to_account_name": str, "comment": str, "leg": int})
class BankListHoldsResultItem(_BankListHoldsResultItem, total=False):
    expires: Timestamp
BankListStandingOrdersResultItem = TypedDict("BankListStandingOrdersResultItem", {"id": str, "state": str, "amount": float, "currency": str, "from_account_name": str, "to_akey": str, "to_name": str, "to_account_name": str, "comment": str, "every_days": int, "times": int, "due": Timestamp, "next_attempt": Timestamp, "failed_attempts": int, "paid": int, "missed": int, "last_fault": str, "created": Timestamp})
BankPaySplitPayeesItem = TypedDict("BankPaySplitPayeesItem", {"akey": str, "account_name": str, "share": float})
BankPaySplitResult = TypedDict("BankPaySplitResult", {"transaction_id": str, "fee": float, "amounts": List[float]})
BankTransactionResultPartsItem = TypedDict("BankTransactionResultPartsItem", {"from_akey": str, "from_account_name": str, "to_akey": str, "to_account_name": str, "sent_to_account_name": str, "amount": float, "state": str})
BankTransactionResultRefundsItem = TypedDict("BankTransactionResultRefundsItem", {"transaction_id": str, "amount": float, "time": Timestamp})
BankTransactionResult = TypedDict("BankTransactionResult", {"transaction_id": str, "time": Timestamp, "type": str, "comment": str, "principal_akey": str, "parts": List[BankTransactionResultPartsItem], "refunds": List[BankTransactionResultRefundsItem], "refund_of": str})
BankTransactionsResultItem = TypedDict("BankTransactionsResultItem", {"transaction_id": str, "time": Timestamp, "type": str, "amount": float, "balance": float, "other_akey": str, "other_name": str, "comment": str})
GeneralEnrollObjectLimits = TypedDict("GeneralEnrollObjectLimits", {"accounts": Sequence[str], "payees": Sequence[str], "max_each": Amount, "total": Amount}, total=False)
GeneralEnrollObjectResult = TypedDict("GeneralEnrollObjectResult", {"object_key": str, "secret": str})
GeneralListMembershipsResultItem = TypedDict("GeneralListMembershipsResultItem", {"group_key": str, "group_name": str, "creator_akey": str, "creator_name": str, "percent": float, "officer": int})
GeneralListObjectsResultItemLimits = TypedDict("GeneralListObjectsResultItemLimits", {"accounts": List[str], "payees": List[str], "max_each": float, "total": float}, total=False)
_GeneralListObjectsResultItem = TypedDict("_GeneralListObjectsResultItem", {"object_key": str, "name": str, "limits": GeneralListObjectsResultItemLimits, "enrolled": Timestamp, "dispenser": bool})
class GeneralListObjectsResultItem(_GeneralListObjectsResultItem, total=False):
    expires: Timestamp
GeneralNarrowCapabilityLimits = TypedDict("GeneralNarrowCapabilityLimits", {"accounts": Sequence[str], "payees": Sequence[str], "max_each": Amount, "total": Amount}, total=False)
GeneralNotificationsResultItem = TypedDict("GeneralNotificationsResultItem", {"id": str, "time": Timestamp, "kind": str, "text": str, "reference": str, "read": bool})
GeneralSetGroupPercentagesPercentagesItem = TypedDict("GeneralSetGroupPercentagesPercentagesItem", {"member": str, "percent": float})
_GiftsAnswersResultItemUser = TypedDict("_GiftsAnswersResultItemUser", {"first_name": str, "last_name": str})
class GiftsAnswersResultItemUser(_GiftsAnswersResultItemUser, total=False):
    lang: str
    twitterid: str
    fbid: str
    deviceid: str
    email: str
    googleid: str
    username: str
    avatar: str
GiftsAnswersResultItem = TypedDict("GiftsAnswersResultItem", {"request_id": str, "user": GiftsAnswersResultItemUser, "resp": str, "extra": Any, "time": Timestamp})
GiftsListResultItemExpiryTime = TypedDict("GiftsListResultItemExpiryTime", {"timestamp": int, "time_str": str})
_GiftsListResultItemUser = TypedDict("_GiftsListResultItemUser", {"first_name": str, "last_name": str})
class GiftsListResultItemUser(_GiftsListResultItemUser, total=False):
    lang: str
    twitterid: str
    fbid: str
    deviceid: str
    email: str
    googleid: str
    username: str
    avatar: str
_GiftsListResultItem = TypedDict("_GiftsListResultItem", {"extra": Any, "expiry_time": GiftsListResultItemExpiryTime, "id": str, "user": GiftsListResultItemUser})
class GiftsListResultItem(_GiftsListResultItem, total=False):
    amount: float
    currency: str
    prod_id: int
GiftsPutUserProfile = TypedDict("GiftsPutUserProfile", {"first_name": str, "last_name": str, "lang": str, "email": str, "fbid": str, "twitterid": str, "googleid": str, "deviceid": str, "username": str, "avatar": str}, total=False)
LeaseCreateLocationSettingsDiscountsItem = TypedDict("LeaseCreateLocationSettingsDiscountsItem", {"secs": int, "percent": int})
LeaseCreateLocationSettings = TypedDict("LeaseCreateLocationSettings", {"income_group": str, "manager_group": str, "tenant_group": str, "min_secs": int, "max_secs": int, "overdue_secs": int, "grace_secs": int, "refund_percent": int, "reminders": Sequence[int], "discounts": Sequence[LeaseCreateLocationSettingsDiscountsItem]}, total=False)
LeaseExtendResult = TypedDict("LeaseExtendResult", {"lease_id": str, "amount": float, "secs": int, "paid_until": Timestamp, "transaction_id": str})
LeaseExtendFreeResult = TypedDict("LeaseExtendFreeResult", {"lease_id": str, "secs": int, "paid_until": Timestamp})
LeaseHistoryResultEntriesItem = TypedDict("LeaseHistoryResultEntriesItem", {"time": Timestamp, "type": str, "unit_name": str, "lease_id": str, "agent_akey": str, "agent_name": str, "actor_akey": str, "actor_name": str, "amount": float, "duration_secs": int, "transaction_id": str, "detail": str, "id": str})
LeaseHistoryResult = TypedDict("LeaseHistoryResult", {"entries": List[LeaseHistoryResultEntriesItem], "cursor": str})
LeaseListAccessResultItem = TypedDict("LeaseListAccessResultItem", {"akey": str, "name": str, "access": str})
LeaseListManagersResultItem = TypedDict("LeaseListManagersResultItem", {"akey": str, "name": str, "rights": List[str]})
LeaseLocationDetailsResultDiscountsItem = TypedDict("LeaseLocationDetailsResultDiscountsItem", {"secs": int, "percent": int})
LeaseLocationDetailsResult = TypedDict("LeaseLocationDetailsResult", {"location_name": str, "owner_akey": str, "income_group": str, "manager_group": str, "tenant_group": str, "min_secs": int, "max_secs": int, "overdue_secs": int, "grace_secs": int, "refund_percent": int, "reminders": List[int], "discounts": List[LeaseLocationDetailsResultDiscountsItem]})
LeaseManagedLocationsResultItem = TypedDict("LeaseManagedLocationsResultItem", {"owner_akey": str, "owner_name": str, "location_name": str, "rights": List[str]})
LeaseMyLeasesResultItem = TypedDict("LeaseMyLeasesResultItem", {"lease_id": str, "owner_akey": str, "owner_name": str, "location_name": str, "unit_name": str, "region": str, "lessee_akey": str, "lessee_name": str, "payer_akey": str, "leased": Timestamp, "paid_until": Timestamp, "expires": Timestamp, "secs_remaining": int, "free_extension_secs": int})
LeaseOffersResultDiscountsItem = TypedDict("LeaseOffersResultDiscountsItem", {"secs": int, "percent": int})
LeaseOffersResultUnitsItem = TypedDict("LeaseOffersResultUnitsItem", {"unit_name": str, "model": str, "region_coords": str, "rate": int, "period": str, "week_rate": int, "vacant": int})
LeaseOffersResult = TypedDict("LeaseOffersResult", {"currency": str, "members_only": int, "min_secs": int, "max_secs": int, "overdue_secs": int, "grace_secs": int, "refund_percent": int, "discounts": List[LeaseOffersResultDiscountsItem], "units": List[LeaseOffersResultUnitsItem], "cursor": str})
LeaseQuoteResult = TypedDict("LeaseQuoteResult", {"secs": int, "amount": float, "discount_percent": int, "currency": str, "paid_until": Timestamp, "min_secs": int, "max_secs": int, "revision": int})
LeaseRefundPreviewResultPayeesItem = TypedDict("LeaseRefundPreviewResultPayeesItem", {"akey": str, "name": str, "amount": float})
LeaseRefundPreviewResultSidesItem = TypedDict("LeaseRefundPreviewResultSidesItem", {"akey": str, "name": str, "amount": float, "missing": float, "on_its_way": bool})
LeaseRefundPreviewResult = TypedDict("LeaseRefundPreviewResult", {"amount": float, "currency": str, "secs": int, "refund_percent": int, "payees": List[LeaseRefundPreviewResultPayeesItem], "sides": List[LeaseRefundPreviewResultSidesItem], "missing": float})
LeaseRentResult = TypedDict("LeaseRentResult", {"lease_id": str, "amount": float, "secs": int, "paid_until": Timestamp, "transaction_id": str})
LeaseTerminateResult = TypedDict("LeaseTerminateResult", {"lease_id": str, "amount": float, "secs": int, "transaction_id": str})
LeaseUpdateLocationSettingsDiscountsItem = TypedDict("LeaseUpdateLocationSettingsDiscountsItem", {"secs": int, "percent": int})
LeaseUpdateLocationSettings = TypedDict("LeaseUpdateLocationSettings", {"income_group": str, "manager_group": str, "tenant_group": str, "min_secs": int, "max_secs": int, "overdue_secs": int, "grace_secs": int, "refund_percent": int, "reminders": Sequence[int], "discounts": Sequence[LeaseUpdateLocationSettingsDiscountsItem]}, total=False)
LeaseUpdateUnitChanges = TypedDict("LeaseUpdateUnitChanges", {"name": str, "model": str, "region": str, "x": float, "y": float, "z": float, "rate": int, "period": Literal["hour", "day", "week", "month"]}, total=False)
OperatorAddPlanPlan = TypedDict("OperatorAddPlanPlan", {"id": int, "name": str, "price": Amount, "currency": str, "period": Literal["month", "year"]})
OperatorAuditResultSameNamesItem = TypedDict("OperatorAuditResultSameNamesItem", {"kind": str, "owner": str, "name": str, "other": str})
OperatorAuditResult = TypedDict("OperatorAuditResult", {"ok": bool, "accounts": int, "journals": int, "transfers": int, "difference": float, "problems": List[str], "same_names": List[OperatorAuditResultSameNamesItem]})
_OperatorInspectCapabilityResult = TypedDict("_OperatorInspectCapabilityResult", {"status": str, "kind": str, "holder": str, "grantor": str, "limits": Any, "jti": str, "parents": List[str], "issued": Timestamp, "expires": Timestamp})
class OperatorInspectCapabilityResult(_OperatorInspectCapabilityResult, total=False):
    spent: float
    left: float
OperatorListAvatarsResultItem = TypedDict("OperatorListAvatarsResultItem", {"akey": str, "name": str, "email": str, "has_login": bool, "challenge_login": bool, "disabled": bool, "created": Timestamp})
_OperatorListGridsResultItem = TypedDict("_OperatorListGridsResultItem", {"name": str, "shard": str, "networks": List[str], "home": bool})
class OperatorListGridsResultItem(_OperatorListGridsResultItem, total=False):
    heard: Timestamp
OperatorListOperatorsResultItem = TypedDict("OperatorListOperatorsResultItem", {"id": str, "name": str, "scopes": List[str], "status": str, "added_by": str, "added": Timestamp, "expires": Timestamp})
OperatorListOutboxResultItem = TypedDict("OperatorListOutboxResultItem", {"id": str, "kind": str, "to": str, "subject": str, "body": str, "state": str, "attempts": int, "error": str, "time": Timestamp})
_OperatorListPayoutsResultItem = TypedDict("_OperatorListPayoutsResultItem", {"transaction_id": str, "leg": int, "akey": str, "name": str, "amount": float, "currency": str, "time": Timestamp, "state": str, "payer_akey": str, "object_key": str, "grid_transaction": str})
class OperatorListPayoutsResultItem(_OperatorListPayoutsResultItem, total=False):
    due: Timestamp
OperatorListRoomSitesResultItem = TypedDict("OperatorListRoomSitesResultItem", {"name": str, "owner_akey": str, "account_name": str, "notices_url": str})
OperatorLogResultItem = TypedDict("OperatorLogResultItem", {"id": str, "time": Timestamp, "operator": str, "operator_id": str, "method": str, "params": Any, "source": str, "outcome": str})
OperatorVerifyChainResult = TypedDict("OperatorVerifyChainResult", {"ok": bool, "seals": int, "journals": int, "log_rows": int, "unsealed": int, "head_number": int, "head_hash": str, "first_bad": str})
RoomsJoinRoomResult = TypedDict("RoomsJoinRoomResult", {"nickname": str})
RoomsListResultItem = TypedDict("RoomsListResultItem", {"nickname": str, "customer_id": int, "registered": bool, "credits": int, "since": Timestamp})
RoomsTipResult = TypedDict("RoomsTipResult", {"transaction_id": str})
StudioGetStudioPlanListsResultItem = TypedDict("StudioGetStudioPlanListsResultItem", {"id": int, "name": str, "price": float, "currency": str, "period": str})
StudioInitialiseSdkResult = TypedDict("StudioInitialiseSdkResult", {"pkgname": str, "hashkey": str, "server_time": str})
StudioLoginResult = TypedDict("StudioLoginResult", {"id": str, "email": str, "display_name": str, "studio_id": str, "profile_image": str})
StudioRegisterUserResult = TypedDict("StudioRegisterUserResult", {"id": str, "email": str, "display_name": str, "studio_id": str, "profile_image": str})
Validator1CountTheEntitiesResult = TypedDict("Validator1CountTheEntitiesResult", {"ctLeftAngleBrackets": int, "ctRightAngleBrackets": int, "ctAmpersands": int, "ctApostrophes": int, "ctQuotes": int})
Validator1SimpleStructReturnTestResult = TypedDict("Validator1SimpleStructReturnTestResult", {"times10": int, "times100": int, "times1000": int})
VendAddProductDetailsPartnersItem = TypedDict("VendAddProductDetailsPartnersItem", {"key": str, "percent": float})
VendAddProductDetails = TypedDict("VendAddProductDetails", {"description": str, "categories": Sequence[str], "tags": str, "mature": bool, "currency": str, "quantity": int, "copy": bool, "modify": bool, "transfer": bool, "prims": int, "texture_key": str, "texture_anim": str, "image_url_part": str, "featured": bool, "creator": str, "creator_share": float, "partners": Sequence[VendAddProductDetailsPartnersItem]}, total=False)
VendBuyResult = TypedDict("VendBuyResult", {"order_id": str, "transaction_id": str, "price": float, "credit_used": float, "state": str})
VendBuyGiftCardResult = TypedDict("VendBuyGiftCardResult", {"card_id": str, "code": str, "amount": float, "currency": str})
VendCollectionDetailsResult = TypedDict("VendCollectionDetailsResult", {"name": str, "merchant": str, "merchant_akey": str, "public": bool, "description": str, "seller_commission": float, "image_url_part": str, "texture_key": str, "tags": str, "affiliate_group": str, "manager_group": str, "rating": float, "total_votes": int, "products": int, "created": Timestamp})
VendCollectionVendorsResultItem = TypedDict("VendCollectionVendorsResultItem", {"object_key": str, "owner_akey": str, "owner_name": str, "merchant_akey": str, "collection_name": str, "prod_id": int, "position": str, "mature_region": bool, "selling": bool, "announced": Timestamp})
VendCreateCollectionSettings = TypedDict("VendCreateCollectionSettings", {"public": bool, "description": str, "seller_commission": float, "image_url_part": str, "texture_key": str, "tags": str, "affiliate_group": str, "manager_group": str}, total=False)
VendCreditsResultItem = TypedDict("VendCreditsResultItem", {"merchant_akey": str, "merchant_name": str, "balance": float, "currency": str})
VendCreditsGivenResultItem = TypedDict("VendCreditsGivenResultItem", {"akey": str, "name": str, "balance": float, "currency": str})
VendGiftCardResult = TypedDict("VendGiftCardResult", {"merchant_akey": str, "merchant_name": str, "amount": float, "currency": str, "redeemed": bool})
VendGiveBackResult = TypedDict("VendGiveBackResult", {"transaction_id": str, "amount": float})
VendListAccessResultItem = TypedDict("VendListAccessResultItem", {"akey": str, "name": str, "kind": str, "discount_percent": float, "since": Timestamp})
VendListVendorsResultItem = TypedDict("VendListVendorsResultItem", {"object_key": str, "owner_akey": str, "owner_name": str, "merchant_akey": str, "collection_name": str, "prod_id": int, "position": str, "mature_region": bool, "selling": bool, "announced": Timestamp})
VendMyGiftCardsResultItem = TypedDict("VendMyGiftCardsResultItem", {"card_id": str, "merchant_akey": str, "merchant_name": str, "amount": float, "currency": str, "bought": Timestamp, "redeemed": bool, "code": str})
_VendMyOrdersResultItem = TypedDict("_VendMyOrdersResultItem", {"order_id": str, "time": Timestamp, "state": str, "prod_id": int, "product_name": str, "merchant_akey": str, "merchant_name": str, "buyer_akey": str, "buyer_name": str, "recipient_akey": str, "recipient_name": str, "affiliate_akey": str, "price": float, "credit_used": float, "currency": str, "transaction_id": str, "refund_transaction_id": str})
class VendMyOrdersResultItem(_VendMyOrdersResultItem, total=False):
    delivered: Timestamp
    refunded: Timestamp
_VendOrderResultDeliveriesItem = TypedDict("_VendOrderResultDeliveriesItem", {"delivery_id": str, "time": Timestamp, "state": str, "attempts": int, "note": str})
class VendOrderResultDeliveriesItem(_VendOrderResultDeliveriesItem, total=False):
    finished: Timestamp
_VendOrderResult = TypedDict("_VendOrderResult", {"order_id": str, "time": Timestamp, "state": str, "prod_id": int, "product_name": str, "merchant_akey": str, "merchant_name": str, "buyer_akey": str, "buyer_name": str, "recipient_akey": str, "recipient_name": str, "affiliate_akey": str, "price": float, "credit_used": float, "currency": str, "transaction_id": str, "refund_transaction_id": str, "deliveries": List[VendOrderResultDeliveriesItem]})
class VendOrderResult(_VendOrderResult, total=False):
    delivered: Timestamp
    refunded: Timestamp
VendProductDetailsResult = TypedDict("VendProductDetailsResult", {"prod_id": int, "name": str, "description": str, "merchant": str, "merchant_akey": str, "creator": str, "creator_akey": str, "categories": List[str], "tags": str, "mature": bool, "price": float, "currency": str, "quantity": int, "copy": bool, "modify": bool, "transfer": bool, "prims": int, "texture_key": str, "texture_anim": str, "image_url_part": str, "featured": bool, "rating": float, "total_votes": int, "sales": int, "created": Timestamp, "changed": Timestamp})
VendProductSharesResultPartnersItem = TypedDict("VendProductSharesResultPartnersItem", {"key": str, "name": str, "percent": float})
VendProductSharesResult = TypedDict("VendProductSharesResult", {"creator_akey": str, "creator_share": float, "seller_commission": float, "partners": List[VendProductSharesResultPartnersItem], "merchant_share": float})
VendProductsResultItem = TypedDict("VendProductsResultItem", {"prod_id": int, "name": str, "description": str, "merchant": str, "merchant_akey": str, "creator": str, "creator_akey": str, "categories": List[str], "tags": str, "mature": bool, "price": float, "currency": str, "quantity": int, "copy": bool, "modify": bool, "transfer": bool, "prims": int, "texture_key": str, "texture_anim": str, "image_url_part": str, "featured": bool, "rating": float, "total_votes": int, "sales": int, "created": Timestamp, "changed": Timestamp})
VendPublicCollectionProductsResultItemVendorsItem = TypedDict("VendPublicCollectionProductsResultItemVendorsItem", {"owner_akey": str, "owner_name": str, "position": str, "mature_region": bool})
VendPublicCollectionProductsResultItem = TypedDict("VendPublicCollectionProductsResultItem", {"prod_id": int, "name": str, "short_desc": str, "creator": str, "creator_akey": str, "cats": List[str], "tags": str, "rating": float, "total_votes": int, "price": float, "currency": str, "image_url_part": str, "texture_key": str, "is_mature": Literal[0, 1], "vendors": List[VendPublicCollectionProductsResultItemVendorsItem]})
VendPublicCollectionProductsDeletedResultItem = TypedDict("VendPublicCollectionProductsDeletedResultItem", {"prod_id": int, "creator": str, "creator_akey": str})
VendPublicCollectionsResultItem = TypedDict("VendPublicCollectionsResultItem", {"name": str, "merchant": str, "merchant_akey": str, "desc": str, "seller_commission": float, "image_url_part": str, "texture_key": str, "rating": float, "tags": str})
VendPullDeliveriesResultItem = TypedDict("VendPullDeliveriesResultItem", {"delivery_id": str, "order_id": str, "prod_id": int, "product_name": str, "recipient_akey": str, "recipient_name": str, "attempts": int})
VendQuoteResultSharesItem = TypedDict("VendQuoteResultSharesItem", {"key": str, "role": str, "amount": float})
VendQuoteResult = TypedDict("VendQuoteResult", {"price": float, "full_price": float, "discount": float, "currency": str, "credit": float, "shares": List[VendQuoteResultSharesItem]})
VendRatingResult = TypedDict("VendRatingResult", {"rating": float, "total_votes": int, "mine": int})
VendRedeemGiftCardResult = TypedDict("VendRedeemGiftCardResult", {"merchant_akey": str, "merchant_name": str, "amount": float, "balance": float, "currency": str})
VendRedeliverResult = TypedDict("VendRedeliverResult", {"delivery_id": str, "state": str})
VendRefundOrderResult = TypedDict("VendRefundOrderResult", {"transaction_id": str, "amount": float})
VendRefundPreviewResultSidesItem = TypedDict("VendRefundPreviewResultSidesItem", {"akey": str, "name": str, "amount": float, "missing": float, "on_its_way": bool})
VendRefundPreviewResult = TypedDict("VendRefundPreviewResult", {"amount": float, "currency": str, "missing": float, "sides": List[VendRefundPreviewResultSidesItem]})
_VendSalesResultItem = TypedDict("_VendSalesResultItem", {"order_id": str, "time": Timestamp, "state": str, "prod_id": int, "product_name": str, "merchant_akey": str, "merchant_name": str, "buyer_akey": str, "buyer_name": str, "recipient_akey": str, "recipient_name": str, "affiliate_akey": str, "price": float, "credit_used": float, "currency": str, "transaction_id": str, "refund_transaction_id": str})
class VendSalesResultItem(_VendSalesResultItem, total=False):
    delivered: Timestamp
    refunded: Timestamp
VendSearchResultProductsItem = TypedDict("VendSearchResultProductsItem", {"prod_id": int, "name": str, "description": str, "merchant": str, "merchant_akey": str, "creator": str, "creator_akey": str, "categories": List[str], "tags": str, "mature": bool, "price": float, "currency": str, "quantity": int, "copy": bool, "modify": bool, "transfer": bool, "prims": int, "texture_key": str, "texture_anim": str, "image_url_part": str, "featured": bool, "rating": float, "total_votes": int, "sales": int, "created": Timestamp, "changed": Timestamp})
VendSearchResult = TypedDict("VendSearchResult", {"total": int, "products": List[VendSearchResultProductsItem]})
VendUpdateCollectionChanges = TypedDict("VendUpdateCollectionChanges", {"name": str, "public": bool, "description": str, "seller_commission": float, "image_url_part": str, "texture_key": str, "tags": str, "affiliate_group": str, "manager_group": str}, total=False)
VendUpdateProductChangesPartnersItem = TypedDict("VendUpdateProductChangesPartnersItem", {"key": str, "percent": float})
VendUpdateProductChanges = TypedDict("VendUpdateProductChanges", {"name": str, "price": Amount, "description": str, "categories": Sequence[str], "tags": str, "mature": bool, "currency": str, "quantity": int, "copy": bool, "modify": bool, "transfer": bool, "prims": int, "texture_key": str, "texture_anim": str, "image_url_part": str, "featured": bool, "creator": str, "creator_share": float, "partners": Sequence[VendUpdateProductChangesPartnersItem]}, total=False)
VendVoteResult = TypedDict("VendVoteResult", {"rating": float, "total_votes": int, "mine": int})

class BankGroup:
    def accountBalance(self, akey: str, account_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> float:
        r"""Tells the balance of an account.

        What is held (bank.hold, and payments that wait to be handed over in-world) is not counted: it can not be spent.

        akey: Key of the avatar who owns the account. A name is taken too.
        account_name: Name of the account, for example `working`.
        Returns: The balance in the currency of the account."""
        ...
    def accountDetails(self, akey: str, account_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> BankAccountDetailsResult:
        r"""Tells everything about an account but its history.

        available = balance - held_out, always; it may go down to -overdraft. held_in is on its way and not in the balance. An account is
        open, frozen (an operator has seen to it that nothing leaves it) or closed. Operators may look at every account.

        akey: Key of the avatar or group who owns the account. A name is taken too.
        account_name: Name of the account.
        Returns: Amounts in the currency of the account; -1 as overdraft or maximum is no limit. entries is how many bank.transactions lists."""
        ...
    def accountList(self, akey: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[str]:
        r"""Lists the accounts of an avatar that the caller may read.

        akey: Key of the avatar who owns the accounts. A name is taken too.
        Returns: Account names, `working` first."""
        ...
    def balanceAt(self, akey: str, account_name: str, time: Union[Timestamp, datetime.datetime], *, capabilities: Sequence[str] = ..., timeout: float = ...) -> float:
        r"""Tells the balance that an account had at a moment.

        The balance of the last line that bank.transactions lists up to that second. What was only held then is counted: it was still there.

        akey: Key of the avatar who owns the account. A name is taken too.
        account_name: Name of the account.
        time: UTC; what happened in this second counts.
        Returns: The balance in the currency of the account; 0 before its first transaction."""
        ...
    def cancelStandingOrder(self, id: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Cancels a standing order of the avatar who is logged in.

        Once this is answered no payment of it follows. Cancelling one that is over changes nothing.

        id: The order's id.
        Returns: 1."""
        ...
    def closeAccount(self, akey: str, account_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Closes an account that holds nothing.

        Nothing may be in it and nothing held on it or for it. Its history stays readable, bank.openAccount opens it again, and who could
        pay into it by its name is forgotten. Closing one that is closed changes nothing. `working` stays open.

        akey: Key of the avatar or group who owns the account. A name is taken too.
        account_name: Name of the account.
        Returns: 1."""
        ...
    def createStandingOrder(self, amount: Amount, from_account_name: str, to_akey: str, to_account_name: str, every_days: int, first_in_days: int = ..., times: int = ..., comment: str = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Orders that an amount is paid every so many days from an account of the avatar who is logged in.

        Each payment is made as by bank.pay. One that is refused (too little money, a frozen account) is tried again after 1 hour, 6 hours and
        then daily, five times in all and never past the next date; then it is missed. Where it can not succeed any more (the account is closed,
        the group is gone) the order ends. So it does where the login that started it is revoked, though not where that expires. The owner is
        notified of all this (general.notifications, kind `standing_order`). Dates do not drift; days have 24 hours. What fell due while the
        server was down is paid one after the other. The login must not be one that was narrowed: the order outlives it.

        amount: Major units of the currency of the account that pays, in its decimal places; above zero.
        from_account_name: The account that pays.
        to_akey: Key of the avatar or group that is paid. A name is taken too.
        to_account_name: The account that is paid, or `avatar` for in-world. Empty: `working`.
        every_days: Days from one payment to the next.
        first_in_days: Days until the first payment; 0: it is made within seconds.
        times: How many payments, missed ones included; 0: until it is cancelled.
        comment: Shown in the history of both accounts. Cut at 64 characters.
        request_id: Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The order's id."""
        ...
    def currencies(self, *, timeout: float = ...) -> List[BankCurrenciesResultItem]:
        r"""Lists the currencies of the server.

        scale is the number of decimal places of an amount; it never changes. Payments take whole amounts, shares and fees may be less.

        Returns: Currencies, the default one first and the others by code."""
        ...
    def deposit(self, akey: str, amount: Amount, grid_transaction: str, *, timeout: float = ...) -> str:
        r"""Credits an avatar with money that a dispenser was paid in-world. Only over the relay, signed.

        It goes to `working`, once for each grid_transaction of the grid, however often and by whichever dispenser it is told. Where there is a fault nothing was
        booked, and the money is to be given back in-world: but after `busy`, where it is to be told again with the same grid_transaction.

        akey: Key of the avatar who paid, in the dispenser's grid. A name is taken too.
        amount: Major units, above zero, in the decimal places of the currency of `working`.
        grid_transaction: The grid's key of the transaction, or one of the script's own: 1 to 64 of A-Z, a-z, 0-9, -.
        Returns: The transaction id; the same for the same grid_transaction."""
        ...
    def exportTransactions(self, akey: str, account_name: str, from_time: Union[Union[Timestamp, datetime.datetime], Literal[""]] = ..., to_time: Union[Union[Timestamp, datetime.datetime], Literal[""]] = ..., offset: int = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Exports what was moved to and from an account as CSV, oldest first.

        CSV as in RFC 4180, with a header line on every page: transaction_id,time,type,amount,balance,other_akey,other_name,comment.
        Times are UTC, as 2006-10-23 03:08:00Z; amounts are exact decimals, negative where money left the account.
        A name or comment gets an apostrophe in front that begins with =, +, -, @ or with what some spreadsheets separate cells by (a semicolon, a bar, a tab,
        a new line), and so does =, +, - or @ behind one of these: spreadsheets would take them for formulas.
        At most 1000 lines a call, and fewer where they would make the reply longer than 512 KiB: the next page begins at offset plus the lines that
        came, and a page of the header alone is the end. Pages stay the same while more is paid.

        akey: Key of the avatar who owns the account. A name is taken too.
        account_name: Name of the account.
        from_time: UTC: nothing before this second; empty: from the beginning.
        to_time: UTC: nothing after this second; empty: to the end.
        offset: How many of the oldest to leave out.
        limit: How many to export; -1 for 1000.
        after: The transaction_id of the last line before the page; where the transaction has several lines, with a slash and how many of them came. Empty for the first page.
        Returns: The CSV text."""
        ...
    def grantAllAccountsFullCapability(self, auth_akey: str, valid_for_secs: int, limits: BankGrantAllAccountsFullCapabilityLimits = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Creates a capability that allows another avatar balance query, transfers and payments from all accounts of the avatar who is logged in.

        It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it, and general.narrowCapability makes a lesser one of it. Use it with caution: without limits it allows auth_akey to withdraw everything. A total is kept however many calls race.

        auth_akey: Key of the avatar who is to be given access. A name is taken too.
        valid_for_secs: Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
        limits: A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals.
        Returns: The capability."""
        ...
    def grantAllAccountsReadCapability(self, auth_akey: str, valid_for_secs: int, limits: BankGrantAllAccountsReadCapabilityLimits = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Creates a capability that allows another avatar balance query and transaction history of all accounts of the avatar who is logged in.

        It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it, and general.narrowCapability makes a lesser one of it. It allows no payment.

        auth_akey: Key of the avatar who is to be given access. A name is taken too.
        valid_for_secs: Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
        limits: A struct that may have the member accounts, up to 16 names: all that it reaches.
        Returns: The capability."""
        ...
    def hold(self, amount: Amount, from_akey: str, from_account_name: str, to_akey: str, to_account_name: str, comment: str, expires_in_secs: int = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Sets an amount aside for a payee, who may take some or all of it until it expires.

        What is held can not be spent: bank.accountBalance is less by it at once. The payee takes it with bank.postHold or gives it
        up with bank.voidHold; what is not taken comes back, when it expires at the latest. The account that it is for is found
        as by bank.pay, but must be there: a group as such and a payee without a login have none, and are refused.
        A capability's spending total counts the amount now, and does not get back what is not taken.

        amount: Major units of the currency of the account that pays, in its decimal places; above zero.
        from_akey: Key of the avatar who pays. A name is taken too.
        from_account_name: The account that pays.
        to_akey: Key of the avatar or group that it is held for. A name is taken too.
        to_account_name: The account that it is held for. Empty: `working`.
        comment: Shown in the history of both accounts. Cut at 64 characters.
        expires_in_secs: Seconds until it expires, by the database's clock: 1 to 2592000 (30 days); other values are refused.
        request_id: Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The transaction id, which is the id of the hold."""
        ...
    def listGrants(self, akey: str = ..., offset: int = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[BankListGrantsResultItem]:
        r"""Lists the capabilities that an avatar gave to others, holds from others, or narrowed: newest first.

        Never the capabilities themselves, which nobody keeps. One is listed until a day after it expires. Groups capabilities are in it
        as well, whole logins are not. Times are UTC.

        akey: Key or name of the avatar, who must be logged in; empty: the one who is.
        offset: How many of the newest to leave out.
        limit: How many to list, at most 100.
        after: The jti of the last one of the page before; empty for the first page.
        Returns: role is `given` (to holder_akey), `held` (from grantor_akey) or `own` (works alone, or is a narrowed login); limits as they were given; spent and left, in major units, where there is a total: left is no more than any that it was derived from has left; revoked 1 or 0; parent: the jti that it was derived from, or empty."""
        ...
    def listHolds(self, akey: str, account_name: str, state: Literal["open", "posted", "voided", "expired"] = ..., offset: int = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[BankListHoldsResultItem]:
        r"""Lists what is held on an account, in either direction, newest first.

        States: open; posted (posted tells how much of it, the rest went back); voided; expired. Times are UTC.
        A payment that waits to be handed over in-world is listed too, for the account `avatar` and without an end: only an operator
        can end it, and it is voided where it could not be handed over.

        akey: Key of the avatar who owns the account. A name is taken too.
        account_name: Name of the account.
        state: Which ones to list.
        offset: How many of the newest to leave out.
        limit: How many to list; -1 for 1000.
        after: The hold_id of the last one of the page before, with a slash and its leg where that is not 0; empty for the first page.
        Returns: Holds: the amount that was set aside and how much of it was posted; expires is missing where there is no end; leg is 0, but where one payment holds several amounts."""
        ...
    def listStandingOrders(self, offset: int = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[BankListStandingOrdersResultItem]:
        r"""Lists the standing orders of the avatar who is logged in, newest first.

        Those that have ended or were cancelled are listed too. Times are UTC.

        offset: How many of the newest to leave out.
        limit: How many to list; -1 for 100.
        after: The id of the last one of the page before; empty for the first page.
        Returns: Orders: state is active, ended or cancelled; due is the date of the next payment, next_attempt when it is tried; failed_attempts is how often that was in vain; last_fault is why the last attempt failed, empty if it did not."""
        ...
    def openAccount(self, account_name: str, currency: str = ..., akey: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Opens an account for the avatar who is logged in, or for a group that the avatar is an officer of.

        Opening an account that is there already, in the same currency, changes nothing; one that was closed is open again, with its history.
        Names match in any case. No account of a group can be called `working`: what is paid there is shared by the percentages.

        account_name: Name of the new account, without commas.
        currency: Code of its currency; empty: the server's own.
        akey: Key of the group that is to own it; empty: the avatar who is logged in.
        Returns: The name of the account."""
        ...
    def pay(self, amount: Amount, from_akey: str, from_account_name: str, to_akey: str, to_account_name: str, comment: str, notify: Flag = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Pays an amount from an account to another avatar, or hands it over in-world.

        The payee's account of that name is used where the caller holds a login or full-access capability of the payee that reaches it,
        where it takes deposits from anybody (bank.setDeposit), or where the payer is in its deposit group; otherwise the money goes
        to `working`, and bank.transaction tells both names. The account name `avatar`, or a payee who has no login here, puts the payment into the in-world queue: the
        amount is held until a dispenser has handed it over. A group is paid by its percentages, each member as if paid alone;
        who gets the odd unit is drawn, so that everybody gets their exact percentage in the long run. What could be refused by any draw
        is refused. A payer's own share stays with the payer.

        amount: Major units of the currency of the account that pays, in its decimal places; above zero.
        from_akey: Key of the avatar who pays. A name is taken too.
        from_account_name: The account that pays.
        to_akey: Key of the avatar or group that is paid. A name is taken too.
        to_account_name: The account that is paid, or `avatar` for in-world. Empty: `working`.
        comment: Shown in the history of both accounts. Cut at 64 characters.
        notify: Whether the payee gets a notification (general.notifications).
        request_id: Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The transaction id."""
        ...
    def paySplit(self, amount: Amount, from_akey: str, from_account_name: str, payees: Sequence[BankPaySplitPayeesItem], comment: str, fee_akey: str = ..., fee_percent: float = ..., notify: Flag = ..., preview: Flag = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> BankPaySplitResult:
        r"""Pays several at once, by shares, with a fee taken off first: all of it happens, or nothing.

        Shares are relative: 1, 1 and 2 is a quarter, a quarter and a half; up to six decimal places count. Every unit is accounted for: each gets
        their exact part rounded up or down, which is drawn, so that it is exact in the long run; a retry under its request_id draws the same.
        Each payee is paid as by bank.pay. With preview = 1 nothing is booked: the amounts are those by largest remainder, and what is booked
        differs from them by at most one unit each.

        amount: Major units of the currency of the account that pays, in its decimal places; above zero.
        from_akey: Key of the avatar who pays. A name is taken too.
        from_account_name: The account that pays.
        payees: Up to 100 structs: key or name of an avatar, or key of a group; the account (empty: `working`), and the share.
        comment: Shown in the history of both accounts. Cut at 64 characters.
        fee_akey: Key or name of the avatar, or key of the group, that gets the fee; empty: there is none.
        fee_percent: How much of the amount is the fee, in percent; below 100.
        notify: Whether those who are paid get a notification.
        preview: 1 to be told the amounts only.
        request_id: Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The transaction id (empty for a preview), the fee, and what each payee gets, in order."""
        ...
    def postHold(self, hold_id: str, amount: Amount = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Moves money that was held to the payee, all of it or a part; the rest goes back to the payer.

        For the payee, and for the payer, who may let go of the money before the payee takes it. A hold is posted once: the same
        call again, by whichever of them, changes nothing and returns the same id, so no request id is needed. A payer's capability
        with a spending total can set money aside, but not let go of it.

        hold_id: The id that bank.hold returned.
        amount: Major units, no more than is held; 0: all of it.
        Returns: The transaction id of what was posted."""
        ...
    def pullPayout(self, hold_secs: int = ..., *, timeout: float = ...) -> List[Any]:
        r"""Gives a dispenser the payment that has waited longest to be handed over in its grid. Only over the relay, signed.

        Nobody else gets it for hold_secs. Say `accepted` by bank.reportPayout before anything is handed over; what is not accepted by then is queued again.
        From `accepted` on there are hold_secs again, to report `done` or `failed`; after that it is `unknown`, and not handed out again. The same
        request (nonce) gets the same payout. Payments to avatars who are not registered belong to the first grid.

        hold_secs: Seconds for each step, from 1 to 3600.
        Returns: `[transaction_id, akey, amount, currency]`, or an empty array where nothing waits: the id is for bank.reportPayout, akey the avatar's key in the dispenser's grid, the amount in major units."""
        ...
    def refund(self, akey: str, transaction_id: str, amount: Amount = ..., comment: str = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Pays back what an avatar or group was paid, all of it or a part, to the account that it came from.

        For payments, splits and posted holds. It is taken from the very account that was paid, and all refunds together are never
        more than was paid. Who was paid several times by one transaction gives a part back in proportion to what is left of each.
        What was handed over in-world can not be refunded. A capability's limits and its spending total are kept as for a payment.

        akey: Key of the avatar or group who was paid. A name is taken too.
        transaction_id: The transaction id.
        amount: Major units; 0: all that was not refunded yet.
        comment: Shown in the history of both accounts. Cut at 64 characters.
        request_id: Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The transaction id of the refund."""
        ...
    def reportPayout(self, transaction_id: str, state: Literal["accepted", "done", "failed", "unknown"], grid_transaction: str = ..., *, timeout: float = ...) -> str:
        r"""Tells what became of a payout that this dispenser has pulled. Only over the relay, signed.

        `accepted`: it is going to be handed over, now; a fault means that it must not be. `done`: the avatar has it, and the payer has paid. `failed`: the avatar has not got
        it, and will not; it goes back to the payer, who is notified. `unknown`: the dispenser does not know; an operator decides, or a later `done` or `failed`
        with the grid's key of the transaction. `done` and `failed` may be said again; the first word counts.

        transaction_id: As bank.pullPayout gave it.
        state: `accepted`, `done`, `failed` or `unknown`.
        grid_transaction: The grid's key of the transaction in-world; empty: none is known.
        Returns: The state that the payout is in."""
        ...
    def revokeGrant(self, jti: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Revokes a capability by its jti, and all that were derived from it: for who has not kept its text.

        Once this has answered, no payment is booked on it any more; everything else stops within a second. Revoking twice is 1 again.

        jti: As bank.listGrants lists it.
        Returns: 1."""
        ...
    def setDeposit(self, akey: str, account_name: str, public_deposit: Flag, deposit_group: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Says who may pay into an account by its name.

        What others pay to this name goes to `working` unless they may pay into it, as bank.pay tells. Members of the group count as they
        are when they pay. `working` itself takes payments from everybody, whatever is set.

        akey: Key of the avatar or group who owns the account. A name is taken too.
        account_name: Name of the account.
        public_deposit: 1 where everybody may.
        deposit_group: Key or name of a group that the caller created, or the key of the group that owns the account: its members may; empty: none.
        Returns: 1."""
        ...
    def transaction(self, akey: str, transaction_id: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> BankTransactionResult:
        r"""Tells what a transaction moved or set aside, and what was refunded of it, to those who have a part in it.

        An avatar sees the parts that their accounts pay or are paid by: the payer all of them. At most 1000 parts and as many refunds.
        A part that was not moved but set aside has the state of its hold: open, posted, voided or expired; what was posted of it is
        another transaction. sent_to_account_name is the account as the payer wrote it, to_account_name the one that got it: `working` where
        there is no account of that name, or where it does not take deposits of the payer.

        akey: Key of the avatar or group who has a part in it. A name is taken too.
        transaction_id: The transaction id.
        Returns: principal_akey is who asked for it (nobody, for the bank itself); parts have the state `moved`, or that of a hold; refunds are those of these parts; refund_of is the transaction that this one pays back, or empty."""
        ...
    def transactions(self, akey: str, account_name: str, offset: int = ..., limit: int = ..., from_time: Union[Union[Timestamp, datetime.datetime], Literal[""]] = ..., to_time: Union[Union[Timestamp, datetime.datetime], Literal[""]] = ..., text: str = ..., other_akey: str = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[BankTransactionsResultItem]:
        r"""Lists what was moved to and from an account, newest first, or searches it.

        Times are UTC. At most 1000 a call. Amounts that are only held are not listed.
        A comment matches when every word of the text is in it: whole words of letters and digits, in any case and order.
        Without a text and a counterparty, a page costs the same wherever it is. The first search that reaches far into a long history may answer busy
        a few times while the history is indexed: ask again, and it goes on from there.

        akey: Key of the avatar who owns the account. A name is taken too.
        account_name: Name of the account.
        offset: How many of the newest to leave out, of those that match.
        limit: How many to list; -1 for 1000.
        from_time: UTC: nothing before this second; empty: from the beginning.
        to_time: UTC: nothing after this second; empty: to the end.
        text: Words that the comment must hold, all of them; empty: any comment.
        other_akey: Key or name of the avatar or group on the other side; empty: anybody.
        after: The transaction_id of the last line before the page; where the transaction has several lines, with a slash and how many of them came. Empty for the first page.
        Returns: Transactions: amount is negative where money left the account; balance is the one after it; other_* is the other side."""
        ...
    def transfer(self, akey: str, amount: Amount, from_account_name: str, to_account_name: str, comment: str, request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Moves an amount from one account to another account of the same avatar.

        akey: Key of the avatar who owns both accounts. A name is taken too.
        amount: Major units of the currency of the account that pays, in its decimal places; above zero.
        from_account_name: The account that pays.
        to_account_name: The account that receives; in the same currency.
        comment: Shown in the history of both accounts. Cut at 64 characters.
        request_id: Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The transaction id."""
        ...
    def voidHold(self, hold_id: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Gives money that was held back to the payer.

        For the payee only; the payer waits until it expires. The same call again changes nothing and returns the same id.

        hold_id: The id that bank.hold returned.
        Returns: The transaction id. Nothing was moved, so no statement shows it."""
        ...

class DiagnosticsGroup:
    def echo(self, value: Any, *, timeout: float = ...) -> Any:
        r"""Answers with the value that it is sent.

        Only on a server with SCRIP_DIAGNOSTICS=1.

        value: Anything.
        Returns: The same value."""
        ...

class GeneralGroup:
    def addToGroup(self, group_creator_key_or_name: str = ..., group_creator_agent_realm: str = ..., group_key_or_name: Union[str, Sequence[str]] = ..., new_member_key_or_name: str = ..., new_member_agent_realm: str = ..., new_member_percent: float = ..., new_member_as_officer: Literal[0, 1, -1] = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Adds an avatar to a group, or changes the percentage and office of a member.

        The member gets the percentage that is given and the others keep theirs; then all are scaled in these proportions, so that the
        sum is 100: 60, 40 and a new 50 come to 40, 26.666667 and 33.333333, and 80 for the second of 60 and 40 to 42.857143 and
        57.142857. So a call that is sent twice scales twice, unless both have the same request_id. A member who is alone has 100, whatever is given; so has one beside
        whom the others have nothing, but 0 leaves them equal parts.
        Percentages are exact fractions, however often they are changed; only where they would need more than 100 digits
        they are brought back to 100 digits, by largest remainder.
        A group has at most 1000 members.

        group_creator_key_or_name: Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
        group_creator_agent_realm: The grid that the creator is of: empty for this one, otherwise a grid's name.
        group_key_or_name: Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
        new_member_key_or_name: Key or name of the avatar who is to be a member.
        new_member_agent_realm: The grid that the member is of: empty for this one, otherwise a grid's name.
        new_member_percent: 0 to 100, before all are scaled; -1: a new member gets 100 / n of what are then n members, and an existing one keeps theirs.
        new_member_as_officer: 1: an officer; 0: a regular member; left out or -1: a new member is none, an existing one stays what it is.
        request_id: Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: `added`, or `updated` where the avatar was a member already."""
        ...
    def changePassword(self, old_password: str, new_password: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Gives the avatar who is logged in another password, and revokes all that the avatar holds or gave.

        The login of this call is revoked too: log in again. Grants, narrowed logins and groups capabilities end, and standing orders;
        holds stay. No payment is booked on any of it once this has answered, by any server. A wrong old password counts as a failed login,
        and after ten each further attempt has to wait: the fault rate_limited tells how many seconds. Taken over TLS and from the same
        machine; over plain HTTP only where the server has SCRIP_PLAIN_LOGIN=1.

        old_password: The password until now.
        new_password: The one from now on: 1 to 1024 bytes.
        Returns: 1."""
        ...
    def createGroup(self, group_name: str, request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Creates a group of the avatar who calls, who is its first member: an officer with 100 percent.

        An avatar has at most 100 groups, no two of which have the same name in any case; other avatars may use it too.

        group_name: 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
        request_id: Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The group's key, a UUID in lower case."""
        ...
    def dissolveGroup(self, group_creator_key_or_name: str = ..., group_creator_agent_realm: str = ..., group_key_or_name: Union[str, Sequence[str]] = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Dissolves a group for good.

        Nobody is a member any more, its name is free again, and its key is never given to another group. Officers can not do this.

        group_creator_key_or_name: Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
        group_creator_agent_realm: The grid that the creator is of: empty for this one, otherwise a grid's name.
        group_key_or_name: Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
        Returns: 1."""
        ...
    def enrollObject(self, object_key: str, name: str, valid_for_secs: int = ..., limits: GeneralEnrollObjectLimits = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> GeneralEnrollObjectResult:
        r"""Enrols an in-world object, or a device, of the avatar who calls: it gets a secret to sign its requests with.

        Signed requests to the relay need no password and no trusted grid. What the object may do is that of its owner, within the limits, which count over all
        capabilities that it asks for together. Enrolling it again gives it another secret and other limits, and ends what it had. Nobody else can enrol
        the key then, but an owner in-world through the object itself, from a grid that the operator trusts. It ends with the login that it was enrolled on
        where that is revoked. At most 5000 for an avatar.

        object_key: The object's key in-world, a UUID; for a device of one's own, any UUID.
        name: What the owner calls it.
        valid_for_secs: Seconds until it ends; 0: until it is revoked.
        limits: A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals.
        Returns: The key in lower case, and the secret, which is shown this once."""
        ...
    def getAvatarKey(self, avatar_name: str, realm: str = ..., *, timeout: float = ...) -> str:
        r"""Tells an avatar's key by its name.

        Names match in any case. A key is taken too, and comes back in lower case if somebody is registered under it.

        avatar_name: The avatar's name.
        realm: The grid that the avatar is of: empty for this one, otherwise a grid's name.
        Returns: The key, a UUID in lower case."""
        ...
    def getAvatarLoginCapability(self, password: str, valid_for_secs: int, *, timeout: float = ...) -> str:
        r"""Gives a login capability of the owner of the in-world object that calls, for the password. Only over the relay.

        The owner is who the simulator of a trusted grid, or the signature, says. The password goes over the network, so it is taken over TLS alone, as by
        general.loginWithPassword; an enrolled object needs none: general.getObjectCapability.

        password: The password of the object's owner, at most 1024 bytes.
        valid_for_secs: Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range.
        Returns: The capability, for the capabilities field of other calls."""
        ...
    def getAvatarName(self, akey: str, realm: str = ..., *, timeout: float = ...) -> str:
        r"""Tells an avatar's name by its key.

        A name is taken too, in any case, and comes back as it was registered.

        akey: The avatar's key.
        realm: The grid that the avatar is of: empty for this one, otherwise a grid's name.
        Returns: The name."""
        ...
    def getAvatarUserId(self, key_or_name: str, *, timeout: float = ...) -> int:
        r"""Tells an avatar's number: what the gateway, rooms and studios call an avatar by.

        key_or_name: The avatar's key or name.
        Returns: A whole number from 1, which never changes."""
        ...
    def getLoginCapability(self, akey: str, challenge_response: str, valid_for_secs: int, *, timeout: float = ...) -> str:
        r"""Gives a login capability for the right answer to a challenge.

        challenge_response = md5(challenge + akey + md5(password)), hex in either case; the inner md5 is lower-case hex, and akey is
        spelled as in this call. A failed login is a fault, the same for every reason, and uses up the challenge. After ten failures
        each further attempt has to wait: the fault rate_limited tells how many seconds.

        akey: Key of the avatar who is to be logged in, as it was given to general.getLoginChallenge.
        challenge_response: The answer.
        valid_for_secs: Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range.
        Returns: The capability, for the capabilities array of other calls."""
        ...
    def getLoginChallenge(self, akey: str, *, timeout: float = ...) -> str:
        r"""Gives the challenge that a login is to answer.

        Good for one attempt within 60 seconds. A key or name that nobody has gets one as well: it tells nothing about who exists.

        akey: Key of the avatar who is to be logged in. A name is taken too.
        Returns: The challenge, 40 hex digits."""
        ...
    def getObjectCapability(self, kind: Literal["login", "groups"], valid_for_secs: int, *, timeout: float = ...) -> str:
        r"""Gives an enrolled object a capability of its owner, within its limits and without a password. Only over the relay.

        It ends with the object. One with limits gets a login, which opens the accounts of the bank that its limits name, and nothing else.

        kind: `login`; or `groups`, which opens the groups that its owner has created.
        valid_for_secs: Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range.
        Returns: The capability, for the capabilities field of other calls."""
        ...
    def grantGroupsCapability(self, valid_for_secs: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Creates a capability for the groups that the avatar who is logged in created, with the right to change them.

        It works alone: whoever has it can use it, without a login, as an in-world script does. It reaches the groups of this avatar
        and nothing else, and can be revoked with general.revokeCapability. Use it with caution: percentages say who is paid.

        valid_for_secs: Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
        Returns: The capability."""
        ...
    def isGroupMember(self, group_creator_key_or_name: str = ..., group_creator_agent_realm: str = ..., group_key_or_name: Union[str, Sequence[str]] = ..., member_key_or_name: str = ..., member_agent_realm: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Tells whether an avatar is a member of a group.

        Somebody whom nobody knows is no member, and no fault.

        group_creator_key_or_name: Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
        group_creator_agent_realm: The grid that the creator is of: empty for this one, otherwise a grid's name.
        group_key_or_name: Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
        member_key_or_name: Key or name of the avatar who is looked for.
        member_agent_realm: The grid that the member is of: empty for this one, otherwise a grid's name.
        Returns: 1 or 0."""
        ...
    def listGroupMembers(self, group_creator_key_or_name: str = ..., group_creator_agent_realm: str = ..., group_key_or_name: Union[str, Sequence[str]] = ..., format: Literal["array", "csv"] = ..., offset: int = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> Union[List[List[Union[str, float]]], str]:
        r"""Lists the members of a group with their percentages, in the order in which they joined.

        Percentages are kept as exact fractions and shown to the sixth decimal, rounded so that those of all members sum to exactly
        100: of three equal members the first has 33.333334. What a payment to the group is shared by are the fractions.

        group_creator_key_or_name: Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
        group_creator_agent_realm: The grid that the creator is of: empty for this one, otherwise a grid's name.
        group_key_or_name: Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
        format: One of: array, csv.
        offset: How many to leave out at the beginning.
        limit: How many to list; -1 for all.
        Returns: For `array` triples of key, name and percentage; for `csv` one text of the same, all separated by commas."""
        ...
    def listGroupOfficers(self, group_creator_key_or_name: str = ..., group_creator_agent_realm: str = ..., group_key_or_name: Union[str, Sequence[str]] = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[List[str]]:
        r"""Lists the officers of a group, who may manage it as its creator does, in the order in which they joined.

        The creator may do so without being one. general.addToGroup gives and takes the office.

        group_creator_key_or_name: Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
        group_creator_agent_realm: The grid that the creator is of: empty for this one, otherwise a grid's name.
        group_key_or_name: Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
        Returns: Pairs of key and name."""
        ...
    def listGroupsCreated(self, groups_creator_key_or_name: str, groups_creator_agent_realm: str = ..., format: Literal["array", "csv"] = ..., offset: int = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> Union[List[List[str]], str]:
        r"""Lists the groups that an avatar created, in the order of their names.

        Groups that were dissolved are not listed. general.listMemberships lists the groups that the caller is in.

        groups_creator_key_or_name: Key or name of the avatar whose groups are listed. Empty: the caller.
        groups_creator_agent_realm: The grid that the creator is of: empty for this one, otherwise a grid's name.
        format: One of: array, csv.
        offset: How many to leave out at the beginning.
        limit: How many to list; -1 for all.
        Returns: For `array` pairs of group key and group name; for `csv` one text of the same, all separated by commas."""
        ...
    def listMemberships(self, offset: int = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[GeneralListMembershipsResultItem]:
        r"""Lists the groups that the avatar who is logged in is a member of, in the order in which it joined them.

        offset: How many to leave out at the beginning.
        limit: How many to list, at most 100.
        after: The group_key of the last one of the page before; empty for the first page.
        Returns: Groups; percent is what the avatar has of each, to the sixth decimal, and officer is 1 or 0."""
        ...
    def listObjects(self, after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[GeneralListObjectsResultItem]:
        r"""Lists the objects that the avatar who calls has enrolled and not revoked, the newest first.

        after: The object_key of the last one of the page before; empty for the first page.
        limit: How many to list, at most 1000.
        Returns: Objects: limits as they were put on; expires is not there where it is good until it is revoked; dispenser is whether an operator lets it hand over payouts. Times in UTC."""
        ...
    def loginWithPassword(self, akey: str, password: str, valid_for_secs: int, *, timeout: float = ...) -> str:
        r"""Gives a login capability for a password.

        Taken over TLS and from the same machine; over plain HTTP only where the server has SCRIP_PLAIN_LOGIN=1. The password is compared
        as it was set, byte by byte in UTF-8. A failed login is a fault, the same for every reason. Wrong passwords count together with
        wrong answers to challenges: after ten each further attempt has to wait, and the fault rate_limited tells how many seconds.

        akey: Key of the avatar who is to be logged in. A name is taken too.
        password: The password, at most 1024 bytes.
        valid_for_secs: Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range.
        Returns: The capability, for the capabilities array of other calls."""
        ...
    def narrowCapability(self, capability: str, limits: GeneralNarrowCapabilityLimits, valid_for_secs: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Derives a capability with less from one that the caller holds: for a script, an object, or a device that may be lost.

        What is spent on it counts on the one that it was derived from too, and it dies with that. Nothing can be more than it was: limits that are left out
        stay as they are. Logins and bank.full grants keep all limits, bank.read grants accounts only; others can be narrowed in time alone. A login with limits opens nothing but the bank's
        accounts. At most eight, one out of the other. bank.listGrants lists it, bank.revokeGrant revokes it by its jti.

        capability: What it is to be derived from; a grant needs the login of its holder beside it.
        limits: A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals.
        valid_for_secs: Seconds until it expires; 0: together with the one that it is derived from.
        Returns: The new capability."""
        ...
    def notifications(self, offset: int = ..., limit: int = ..., unread_only: Flag = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[GeneralNotificationsResultItem]:
        r"""Lists what the avatar who is logged in was notified of, newest first.

        With unread_only those listed are read from then on and no other call gets them this way: a device that polls gets each
        one once, and asks again with offset 0; over the relay the same request (nonce) gets the same ones. Without it nothing is changed, and everything is listed, read or not.

        offset: How many to leave out at the beginning.
        limit: How many to list, at most 1000.
        unread_only: Whether to list, and mark as read, only what was not read before.
        after: The id of the last one of the page before; empty for the first page.
        Returns: Notifications: time in UTC; kind is for programs (`payment`), text for people; reference is what it is about, such as a transaction id; read is whether it was read before."""
        ...
    def removeFromGroup(self, group_creator_key_or_name: str = ..., group_creator_agent_realm: str = ..., group_key_or_name: Union[str, Sequence[str]] = ..., member_key_or_name: str = ..., member_agent_realm: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Takes a member out of a group.

        The percentages of the others are rescaled in the proportions they have, so that the sum is 100 again. A group always has an
        officer: the only one can not be taken out. A member may leave a group by itself; the creator stays its creator, member or not.

        group_creator_key_or_name: Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
        group_creator_agent_realm: The grid that the creator is of: empty for this one, otherwise a grid's name.
        group_key_or_name: Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
        member_key_or_name: Key or name of the member.
        member_agent_realm: The grid that the member is of: empty for this one, otherwise a grid's name.
        Returns: `ok`, `notmember`, or `onlyofficer`, where nothing was changed."""
        ...
    def renameGroup(self, group_creator_key_or_name: str = ..., group_creator_agent_realm: str = ..., group_key_or_name: Union[str, Sequence[str]] = ..., group_name: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Gives a group another name; its key stays.

        group_creator_key_or_name: Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
        group_creator_agent_realm: The grid that the creator is of: empty for this one, otherwise a grid's name.
        group_key_or_name: Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
        group_name: 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
        Returns: 1."""
        ...
    def revokeCapability(self, capability: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Revokes a capability that the caller granted or holds, and all that were derived from it.

        No payment is booked on it any more once this has answered, by any server; everything else stops within a second. A login takes with
        it the grants that were given on it and the standing orders that it started; holds stay. One that has expired or was revoked before
        is 1 again.

        capability: The capability to revoke.
        Returns: 1."""
        ...
    def revokeObject(self, object_key: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Ends an enrolled object, with every capability that it was given.

        No payment is booked on them once this has answered, by any server; everything else stops within a second. Again is 1 again.

        object_key: The object's key in-world, a UUID; for a device of one's own, any UUID.
        Returns: 1."""
        ...
    def rotateObject(self, object_key: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Gives an enrolled object another secret. The one before is worth nothing from then on, in every server within a second.

        What it has spent goes on counting, and the capabilities that it has stay good; general.enrollObject and general.revokeObject end them.

        object_key: The object's key in-world, a UUID; for a device of one's own, any UUID.
        Returns: The new secret, which is shown this once."""
        ...
    def setGroupPercentages(self, group_creator_key_or_name: str = ..., group_creator_agent_realm: str = ..., group_key_or_name: Union[str, Sequence[str]] = ..., percentages: Sequence[GeneralSetGroupPercentagesPercentagesItem] = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Gives several members of a group their percentages in one step.

        As general.addToGroup for each, but scaled once: where all members are named and the sum is 100, that is exactly what they have, and
        the same call again changes nothing. Those who are not named keep theirs until all are scaled. Who is no member becomes one, without an office.

        group_creator_key_or_name: Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
        group_creator_agent_realm: The grid that the creator is of: empty for this one, otherwise a grid's name.
        group_key_or_name: Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
        percentages: Structs of member (key or name of an avatar) and percent (0 to 100, six decimals), at most 100.
        Returns: 1."""
        ...
    def siteStatus(self, *, timeout: float = ...) -> List[bool]:
        r"""Tells whether the services are up.

        The first is true where an in-world object of a grid that the operator knows has called within two minutes; what is paid to `avatar` waits for one.

        Returns: Two booleans: connected to the grid, site up."""
        ...

class GiftsGroup:
    def answers(self, app_id: str, secret_key: str = ..., mode: str = ..., user_id: str = ..., offset: int = ..., limit: int = ..., *, timeout: float = ...) -> List[GiftsAnswersResultItem]:
        r"""Lists how the friends of a user answered what the user had asked for, the newest answer first.

        app_id: The id of the app: letters and digits.
        secret_key: The secret key of the app.
        mode: What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
        user_id: The id of the user.
        offset: How many to leave out at the beginning.
        limit: How many to list, at most 1000.
        Returns: Answers: user is the friend, resp is `accept` or `deny`, extra has the attributes of the reply. Times in UTC."""
        ...
    def give(self, gift_request_id: str = ..., custom: Any = ..., account_name: str = ..., max_price: Amount = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Accepts a friend's request for money or a product, and gives it.

        Who calls is the friend: the user of the app who is this avatar. The money goes to `working` of who asked, or the product is bought for them as by
        vend.buy. The payment and the answer are one transaction. The same call again gives nothing twice. Denying is for gifts.reply.

        gift_request_id: The id of the gift request.
        custom: Attributes of the app's own by name, at most 50 and 8192 bytes. They are kept as they come.
        account_name: The account of the caller that pays.
        max_price: The most that a product may cost, in major units; -1 (not advised): whatever it costs by then.
        Returns: 1."""
        ...
    def list(self, app_id: str, secret_key: str = ..., mode: str = ..., user_id: str = ..., start: int = ..., limit: int = ..., sort: Literal["asc", "desc"] = ..., *, timeout: float = ...) -> List[GiftsListResultItem]:
        r"""Lists what the friends of a user ask for and the user has not answered, expired requests too.

        app_id: The id of the app: letters and digits.
        secret_key: The secret key of the app.
        mode: What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
        user_id: The id of the user.
        start: How many to leave out at the beginning.
        limit: How many to list, at most 1000.
        sort: By the time at which they expire: `asc` or `desc`.
        Returns: Requests: extra has the attributes that the app gave, user is who asks. amount (major units) and currency, or prod_id, are there where the gift is money or a product. Times in UTC."""
        ...
    def putUser(self, app_id: str, secret_key: str = ..., mode: str = ..., user_id: str = ..., profile: GiftsPutUserProfile = ..., *, timeout: float = ...) -> int:
        r"""Adds a user to an app, or gives one another profile.

        A user may go by several ids, one for each mode; the profile tells the others. What the profile leaves out is not known any more, but the id by
        which the user is named. Who is an `avatar` here, by key or name, is notified of requests and replies, and can ask for money and products.

        app_id: The id of the app: letters and digits.
        secret_key: The secret key of the app.
        mode: What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
        user_id: The id of the user.
        profile: first_name and last_name; lang, such as `it`; and the ids email, fbid, twitterid, googleid, deviceid, username, avatar. All may be left out.
        Returns: 1."""
        ...
    def reply(self, app_id: str, secret_key: str = ..., mode: str = ..., user_id: str = ..., gift_request_id: str = ..., resp: Literal["accept", "deny"] = ..., custom: Any = ..., *, timeout: float = ...) -> int:
        r"""Accepts or denies a friend's request for a gift.

        Each friend answers once: the same answer again is taken for a retry, another one is refused. Who asked is notified (kind `gift_reply`) where they
        are an avatar, and finds it in gifts.answers. To accept what asks for money or a product takes more than the app: gifts.give.

        app_id: The id of the app: letters and digits.
        secret_key: The secret key of the app.
        mode: What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
        user_id: The id of the user.
        gift_request_id: The id of the gift request.
        resp: `accept` or `deny`.
        custom: Attributes of the app's own by name, at most 50 and 8192 bytes. They are kept as they come.
        Returns: 1."""
        ...
    def request(self, app_id: str, secret_key: str = ..., mode: str = ..., user_id: str = ..., expiry: int = ..., custom: Any = ..., amount: Amount = ..., prod_id: int = ..., request_id: str = ..., *, timeout: float = ...) -> str:
        r"""Asks all friends of a user for a gift.

        Friends who are avatars are notified (kind `gift_request`). With an amount, or a product, whoever accepts gives that: gifts.give. The operator's
        module may refuse (gifts.vetoed). Expired requests stay in lists, and are forgotten after a week; at most 1000 of one user are kept.

        app_id: The id of the app: letters and digits.
        secret_key: The secret key of the app.
        mode: What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
        user_id: The id of the user.
        expiry: Seconds until the request expires, 1 to 31536000.
        custom: Attributes of the app's own by name, at most 50 and 8192 bytes. They are kept as they come.
        amount: Money that each friend who accepts gives, in major units of the currency of the user's `working`; 0: none.
        prod_id: A product of the vendors here that each friend who accepts buys for the user; 0: none.
        request_id: Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The id of the gift request: 32 hexadecimal digits."""
        ...
    def setFriends(self, app_id: str, secret_key: str = ..., mode: str = ..., user_id: str = ..., friends: Sequence[str] = ..., *, timeout: float = ...) -> int:
        r"""Says who the friends of a user are, in place of those before.

        They are friends of the user and the user is theirs. Whoever is left out is no friend any more, on both sides.

        app_id: The id of the app: letters and digits.
        secret_key: The secret key of the app.
        mode: What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
        user_id: The id of the user.
        friends: Ids of users of the app, of the same mode; at most 1000.
        Returns: 1."""
        ...

class LeaseGroup:
    def announceUnit(self, owner_akey: str, location_name: str, unit_name: str, model: str, region: str, x: float, y: float, z: float, rate: int, period: Literal["hour", "day", "week", "month"] = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""An object in-world tells that it is a unit of a location, and where it stands.

        A unit that is not there is created, at the price that is given. Of one that is there, model, region and position become those that are given,
        and the price stays what it is: lease.updateUnit changes that. Telling the same again is harmless, and no entry in the history.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Its name: up to 63 characters without commas, `::` and invisible characters, no key; the number after its last `#` is its number.
        model: What sort of space or object it is: up to 63 characters without commas, `::` and invisible characters.
        region: Region (sim) in which it stands: up to 63 characters without commas, `::` and invisible characters, and no slash; empty: none yet.
        x: Position within the region, in metres.
        y: As x.
        z: As x.
        rate: Its price: whole major units for each period.
        period: The period: hour, day, week, month; a month is 30 days.
        Returns: `added`, or `updated` where it was there already."""
        ...
    def createLocation(self, owner_akey: str, location_name: str, settings: LeaseCreateLocationSettings = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Creates a location: a place with units for rent, which share its settings.

        An owner has at most 100, no two of which have the same name in any case.
        Settings, all of which may be left out (in brackets: those of a new location); times are in seconds:
        income_group: key or name of a group of the owner, whose members share the income by their percentages (none: the `working` account of the owner gets
        it). Should the group be dissolved, the owner gets the income again. What is refunded comes back from each member by what they got. A
        member who has spent it holds up the refund until the owner covers it (lease.terminate). So refund_percent has to be said where a group
        gets the income.
        manager_group: its members may look, its officers may do all that managers may but change the settings (none). Only the owner sets it.
        tenant_group: only its members, and those on the allow list, may rent (none: anybody may); if it is dissolved, only those on the list may.
        min_secs: the least that can be bought at once (3600). max_secs: how far ahead a lease can be paid (31536000).
        overdue_secs: how long a lease may be overdue before it expires (259200). grace_secs: the one free extension of each lease (86400).
        refund_percent: how much of what is unused goes back to a lessee who ends a lease early (100).
        Neither overdue time nor the free extension costs anything: where short times are sold, both should be short too. Refunds are pro rata of
        what was paid, discount included: where long times are cheaper, a lower refund_percent keeps lessees from buying long and ending soon.
        reminders: so long before the end the lessee is told, at most 10 times (259200, 86400).
        discounts: structs of secs and percent, at most 20: who buys at least secs at once gets percent off (none).
        An empty group is none.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
        settings: What is to differ from the settings of a new location.
        request_id: Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The name of the location, as it is kept."""
        ...
    def createUnit(self, owner_akey: str, location_name: str, unit_name: str, rate: int, period: Literal["hour", "day", "week", "month"] = ..., model: str = ..., region: str = ..., x: float = ..., y: float = ..., z: float = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Creates a unit at a location: a space that can be rented.

        A location has at most 10000, no two of which have the same name in any case. An object in-world does it with lease.announceUnit.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Its name: up to 63 characters without commas, `::` and invisible characters, no key; the number after its last `#` is its number.
        rate: Its price: whole major units for each period.
        period: The period: hour, day, week, month; a month is 30 days.
        model: What sort of space or object it is: up to 63 characters without commas, `::` and invisible characters.
        region: Region (sim) in which it stands: up to 63 characters without commas, `::` and invisible characters, and no slash; empty: none yet.
        x: Position within the region, in metres.
        y: As x.
        z: As x.
        request_id: Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The name of the unit, as it is kept."""
        ...
    def extend(self, owner_akey: str, location_name: str, unit_name: str, secs: int, account_name: str = ..., max_amount: Amount = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> LeaseExtendResult:
        r"""Buys more time for a lease, paid by who calls: its lessee, or the alternate payer.

        The price is that of lease.quote; always send it as max_amount, or whatever the price is by then is paid. Payment and lease are one step: nothing is paid without a lease, and nothing leased without payment.
        The money goes to the owner's `working` account, or to the members of the location's income group by its percentages. With a request_id a
        retry gets the first answer, whatever has become of the lease since.
        The time is added to what is paid already. That of an overdue lease is added to where it was paid until: the time since then is paid for.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Name of the unit (space) at the location, in any case.
        secs: Seconds to buy.
        account_name: The caller's account that pays.
        max_amount: The most that may be paid, in major units, such as the amount that lease.quote told; -1: whatever it costs.
        request_id: Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The lease, what was paid in major units, the seconds that were bought, when the lease is paid until, and the payment."""
        ...
    def extendFree(self, owner_akey: str, location_name: str, unit_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> LeaseExtendFreeResult:
        r"""Takes the one free extension that each lease has where its location gives any.

        Its lessee or the alternate payer may take it, at any time of the lease, also while it is overdue. How long it is the location says.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Name of the unit (space) at the location, in any case.
        Returns: The lease, the seconds that were added, and when it is paid until."""
        ...
    def grantManageCapability(self, auth_akey: str, valid_for_secs: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Creates a capability that allows another avatar to see and change all lease locations and units, and to end leases, of the avatar who is logged in.

        It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.

        auth_akey: Key of the avatar who is to be given access. A name is taken too.
        valid_for_secs: Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
        Returns: The capability."""
        ...
    def grantReadCapability(self, auth_akey: str, valid_for_secs: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Creates a capability that allows another avatar to see all lease locations, units and their history of the avatar who is logged in.

        It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.

        auth_akey: Key of the avatar who is to be given access. A name is taken too.
        valid_for_secs: Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
        Returns: The capability."""
        ...
    def history(self, owner_akey: str, location_name: str, cursor: str = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> LeaseHistoryResult:
        r"""Lists everything that changed at a location, newest first, and who did it.

        Types: new, extend, terminated, expire, transfer, payer (of leases); unit, price, location, access, manager (of what the owner and managers changed).
        agent_* is the lessee, or whom the change is about; actor_* is who did it; both empty where there is nobody, such as the server that lets a lease expire.
        amount is what was paid, or for terminated what went back; transaction_id is that of bank.transaction, empty where nothing was paid.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        cursor: What the page before gave; empty: the first page.
        limit: How many to list, at most 1000.
        after: The id of the last one of the page before; empty for the first page.
        Returns: A page of entries, times in UTC, and the cursor of the next page: empty on the last one."""
        ...
    def listAccess(self, owner_akey: str, location_name: str, access: Literal["all", "ban", "allow"] = ..., offset: int = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[LeaseListAccessResultItem]:
        r"""Lists who is banned from renting at a location, and who is allowed to.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        access: Which ones to list: all, ban, allow.
        offset: How many to leave out at the beginning.
        limit: How many to list, at most 1000.
        after: The akey of the last one of the page before; empty for the first page.
        Returns: Avatars in the order in which they came onto the list; access is ban or allow."""
        ...
    def listManagers(self, owner_akey: str, location_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[LeaseListManagersResultItem]:
        r"""Lists the managers of a location with their rights.

        There are at most 100. Officers of the manager group are not among them; lease.locationDetails tells which group that is.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        Returns: Managers, in the order in which they became it; lease.setManager explains the rights."""
        ...
    def locationDetails(self, owner_akey: str, location_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> LeaseLocationDetailsResult:
        r"""Tells the settings of a location.

        lease.createLocation explains them. lease.locationStats counts its units.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        Returns: The settings; groups by their keys, empty where there is none."""
        ...
    def locationNames(self, owner_akey: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[str]:
        r"""Lists the names of the lease locations of an owner.

        lease.managedLocations lists those that the caller manages for others.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        Returns: The names, in their order."""
        ...
    def locationStats(self, owner_akey: str, location_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[int]:
        r"""Counts the units at a location.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        Returns: total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too."""
        ...
    def logs(self, count_limit: int, owner_akey: str, location_name: str, from_time: Union[Union[Timestamp, datetime.datetime], Literal[""]] = ..., to_time: Union[Union[Timestamp, datetime.datetime], Literal[""]] = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[List[Union[str, int]]]:
        r"""Lists what happened at a location, newest first.

        The three parameters of the document alone are enough where the capability comes as `Authorization: Bearer`.
        type is new, extend, terminated or expire, as documented; or one of ours: transfer, payer (of a lease), unit, price, location, access, manager
        (what owner and managers changed). agent_key and agent_name are the lessee, or whom the change is about; empty where it is about nobody.
        amount is in whole major units, rounded, and no more than an int holds: what was paid, or for terminated what went back.
        lease.history tells more: who did it, exact amounts, the change in words, and everything in pages.

        count_limit: How many entries to list; 100 at most, also where more are asked for.
        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        from_time: UTC: nothing before this second; empty: from the beginning.
        to_time: UTC: nothing after this second; empty: to the end.
        Returns: Arrays of time (UTC, as `2006-10-23 03:08:00Z`), type, owner_akey, unit_object_name, location_name, agent_key, agent_name, amount and duration_secs."""
        ...
    def managedLocations(self, offset: int = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[LeaseManagedLocationsResultItem]:
        r"""Lists the locations of others at which the avatar who is logged in is a manager or in the manager group.

        rights are all that the avatar has there, both ways together. Groups that the avatar joined later than 1000 others are not looked at.

        offset: How many to leave out at the beginning.
        limit: How many to list, at most 1000.
        after: The owner_akey of the last one of the page before, a slash and its location_name; empty for the first page.
        Returns: Locations in the order of their owners and names; lease.setManager explains the rights."""
        ...
    def myLeases(self, offset: int = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[LeaseMyLeasesResultItem]:
        r"""Lists what the avatar who is logged in leases or may pay for as alternate payer, the soonest to end first.

        offset: How many to leave out at the beginning.
        limit: How many to list; -1 for 100.
        after: The lease_id of the last one of the page before; empty for the first page.
        Returns: Leases: payer_akey is the alternate payer, empty for nobody; secs_remaining of what is paid, below 0 where it is overdue; expires is when it ends unless it is extended; free_extension_secs is 0 where there is none (any more)."""
        ...
    def offers(self, owner_akey: str, location_name: str, cursor: str = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> LeaseOffersResult:
        r"""Lists what a location offers: its units with their prices, and the terms.

        Anybody who is logged in may ask. Units that are leased are listed too, with vacant 0; who has them is not told. rate is in whole major units of
        the currency for each period, week_rate the same a week. members_only is 1 where only members of a group and those on a list may rent.
        discounts and the other terms are those of lease.createLocation. In the order of the names.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        cursor: What the page before gave; empty: the first page.
        limit: How many to list, at most 1000.
        after: The unit_name of the last one of the page before; empty for the first page.
        Returns: The terms, a page of units, and the cursor of the next page: empty on the last one."""
        ...
    def quote(self, owner_akey: str, location_name: str, unit_name: str, secs: int = ..., amount: Amount = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> LeaseQuoteResult:
        r"""Tells what the caller would pay for time at a unit: to rent it, or to extend the lease that they have or may pay for.

        Either secs or amount is given. For an amount the answer is the longest time that costs no more, to the second; where a discount for
        longer terms makes more time cheaper, that is taken. Prices are rounded up to the smallest unit of the currency, of which the shortest
        time costs one. What renting or extending would be refused for this is refused for too, but for what is about the money: who lacks it may ask,
        and so may the owner, who can not rent.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Name of the unit (space) at the location, in any case.
        secs: Seconds to buy; 0 where an amount is given.
        amount: Major units to spend; 0 where seconds are given.
        Returns: The seconds and their price in major units; discount_percent that it has off; paid_until when the lease would be paid; min_secs and max_secs that can be bought now; revision counts the changes of price and terms."""
        ...
    def refundPreview(self, owner_akey: str, location_name: str, unit_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> LeaseRefundPreviewResult:
        r"""Tells what would be paid back if the caller ended a lease now, and to whom.

        It gets less with every second. Each who got a part of what was paid is a side, and gives back of what they got. While something is
        missing the lease ends only where the owner pays that, or where the lessee does without a refund (lease.terminate).

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Name of the unit (space) at the location, in any case.
        Returns: The amount in major units, the seconds that are paid and unused, how much is paid back of the newest of what was paid (where the owner ends the lease 100), who gets what of it, who gives it and what each is short of (on_its_way: what they were paid waits to be handed over in-world), and what is missing in all."""
        ...
    def regionStats(self, owner_akey: str, region: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[int]:
        r"""Counts the units of an owner that stand in a region, at whichever of their locations.

        For a region in which the owner has none, or that nobody knows, all four are 0.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        region: Name of the region (sim), in any case; empty: units of which no region is known.
        Returns: total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too."""
        ...
    def removeLocation(self, owner_akey: str, location_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Removes a location with all of its units, none of which may be leased.

        Its name is free again. Its managers and its list of those who are banned or allowed go with it, and its history is not shown any more.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        Returns: 1."""
        ...
    def removeUnit(self, owner_akey: str, location_name: str, unit_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Removes a unit that nobody has leased.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Name of the unit (space) at the location, in any case.
        Returns: 1."""
        ...
    def rent(self, owner_akey: str, location_name: str, unit_name: str, secs: int, account_name: str = ..., max_amount: Amount = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> LeaseRentResult:
        r"""Rents a vacant unit for so many seconds, which the avatar who is logged in pays for.

        The price is that of lease.quote; always send it as max_amount, or whatever the price is by then is paid. Payment and lease are one step: nothing is paid without a lease, and nothing leased without payment.
        The money goes to the owner's `working` account, or to the members of the location's income group by its percentages. With a request_id a
        retry gets the first answer, whatever has become of the lease since. An owner can not rent their own unit. The owner is notified.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Name of the unit (space) at the location, in any case.
        secs: Seconds to buy.
        account_name: The caller's account that pays.
        max_amount: The most that may be paid, in major units, such as the amount that lease.quote told; -1: whatever it costs.
        request_id: Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The lease, what was paid in major units, the seconds that were bought, when the lease is paid until, and the payment."""
        ...
    def setAccess(self, owner_akey: str, location_name: str, akey: str, access: Literal["ban", "allow", "none"], *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Bans an avatar from renting at a location, allows it to rent there, or takes it off that list.

        A ban stands above everything: who is banned can neither rent nor extend, and no lease can be transferred to them; a lease that they have runs out.
        As soon as anybody is allowed, only those who are, and the members of the tenant group where there is one, can rent.
        At most 1000 avatars are on the list of a location.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        akey: Key or name of the avatar.
        access: One of: ban, allow, none.
        Returns: 1."""
        ...
    def setManager(self, owner_akey: str, location_name: str, akey: str, rights: Sequence[Literal["see", "units", "prices", "access", "leases", "settings"]], *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Makes an avatar a manager of a location, or changes what a manager may do there.

        Rights: see (all that the owner sees); units (create, describe and remove them; a new one has a price); prices (change them);
        access (who is banned or allowed); leases (end them, for which the owner pays the refund); settings (the terms, and which groups of the owner get the
        income and may rent). Each comes with see. What managers do is in lease.history with their names; only the owner makes managers.
        A location has at most 100 managers.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        akey: Key or name of the avatar.
        rights: All that the avatar is to be allowed, of see, units, prices, access, leases, settings; none: no manager.
        Returns: 1."""
        ...
    def setPayer(self, owner_akey: str, location_name: str, unit_name: str, payer_akey: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Names another avatar who may extend the lease beside its lessee, and pays for that.

        The alternate payer need not, and can neither end the lease nor pass it on. What is refunded of a payment goes to who made it, also after a
        lease.transfer. The owner of the location can not be it.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Name of the unit (space) at the location, in any case.
        payer_akey: Key of the other avatar; a name is taken too. Empty: nobody any more.
        Returns: 1."""
        ...
    def stats(self, owner_akey: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[int]:
        r"""Counts the units at all locations of an owner.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        Returns: total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too."""
        ...
    def terminate(self, owner_akey: str, location_name: str, unit_name: str, refund: Flag = ..., request_id: str = ..., cover: Flag = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> LeaseTerminateResult:
        r"""Ends a lease before its time and pays back what is unused.

        What is unused is paid back pro rata to the second, the newest purchases first, rounded down, to those who paid for it (after
        lease.transfer what the former lessee paid to the new one). Where the lessee ends the lease it is as much of that as the location
        refunded when it was bought (lease.refundPreview). Where the owner or a manager does it is all, but for what a manager paid: that is
        refunded as to lessees. Each who got a part of a payment, the owner or a member of the income group, gives back of what they got, in
        proportion, from the account that it went to. If any of them can not, nothing is ended, and the fault names each and what is missing.
        The owner may choose to pay that (cover). What a member of the group would pay back to themselves stays where it is. Those who did not
        end the lease are notified.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Name of the unit (space) at the location, in any case.
        refund: 0: the lessee ends the lease without a refund.
        request_id: Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
        cover: 1: the owner pays what others are short of; nobody else may choose that.
        Returns: The lease, what was paid back in major units, the unused seconds, and the payment (empty where nothing was paid back)."""
        ...
    def transfer(self, owner_akey: str, location_name: str, unit_name: str, to_akey: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Gives a lease, with all that is paid, to another avatar.

        The new lessee must be one who may rent at the location. They get what is refunded of what the former lessee paid; what others
        paid stays theirs. The alternate payer is forgotten. Nobody but the lessee can give it away: the owner and managers end a lease
        (lease.terminate), which pays the lessee back. The new lessee and the owner are notified.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Name of the unit (space) at the location, in any case.
        to_akey: Key of the new lessee; a name is taken too.
        Returns: 1."""
        ...
    def unitDetailsAtLocation(self, owner_akey: str, location_name: str, offset: int = ..., limit: int = ..., format: Literal["std", "compact"] = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> Union[List[List[Union[str, int]]], str]:
        r"""Tells about the units at a location, in the order of their names.

        region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
        and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
        secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        offset: How many to leave out at the beginning.
        limit: How many to list; -1 for all.
        format: One of: std, compact.
        Returns: For `std` arrays of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same, eight fields a unit, all separated by commas."""
        ...
    def unitDetailsByName(self, owner_akey: str, location_name: str, unit_name: str, format: Literal["std", "compact"] = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> Union[List[Union[str, int]], str]:
        r"""Tells about one unit at a location, by its name.

        region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
        and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
        secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Name of the unit (space) at the location, in any case.
        format: One of: std, compact.
        Returns: For `std` an array of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same eight, separated by commas."""
        ...
    def unitDetailsByNumber(self, owner_akey: str, location_name: str, unit_number: int, format: Literal["std", "compact"] = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> Union[List[Union[str, int]], str]:
        r"""Tells about one unit at a location, by its number: the digits after the last `#` of its name.

        Where several units have the number, the first one in the order of names is told of.
        region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
        and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
        secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_number: Number of the unit: 7 for `Shop #7` and for `Shop #07`.
        format: One of: std, compact.
        Returns: For `std` an array of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same eight, separated by commas."""
        ...
    def unitNamesAtLocation(self, owner_akey: str, location_name: str, offset: int = ..., limit: int = ..., format: Literal["std", "compact"] = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> Union[List[str], str]:
        r"""Lists the names of the units at a location.

        In the order of the names, as all lists of units: numbers in them count as numbers, so that `Shop #2` stands before `Shop #10`.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        offset: How many to leave out at the beginning.
        limit: How many to list; -1 for all.
        format: One of: std, compact.
        Returns: For `std` an array of names; for `compact` one text of the same, separated by commas."""
        ...
    def updateLocation(self, owner_akey: str, location_name: str, settings: LeaseUpdateLocationSettings, new_name: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Changes the settings of a location, or its name.

        What is left out stays as it is. New settings are those of whoever rents or extends from now on. For the leases that there are,
        a new overdue_secs moves the end that they expire at, and new reminders those that are still to come; what is paid stays
        paid, and is refunded by the refund_percent of the moment in which it was paid.
        Settings, all of which may be left out (in brackets: those of a new location); times are in seconds:
        income_group: key or name of a group of the owner, whose members share the income by their percentages (none: the `working` account of the owner gets
        it). Should the group be dissolved, the owner gets the income again. What is refunded comes back from each member by what they got. A
        member who has spent it holds up the refund until the owner covers it (lease.terminate). So refund_percent has to be said where a group
        gets the income.
        manager_group: its members may look, its officers may do all that managers may but change the settings (none). Only the owner sets it.
        tenant_group: only its members, and those on the allow list, may rent (none: anybody may); if it is dissolved, only those on the list may.
        min_secs: the least that can be bought at once (3600). max_secs: how far ahead a lease can be paid (31536000).
        overdue_secs: how long a lease may be overdue before it expires (259200). grace_secs: the one free extension of each lease (86400).
        refund_percent: how much of what is unused goes back to a lessee who ends a lease early (100).
        Neither overdue time nor the free extension costs anything: where short times are sold, both should be short too. Refunds are pro rata of
        what was paid, discount included: where long times are cheaper, a lower refund_percent keeps lessees from buying long and ending soon.
        reminders: so long before the end the lessee is told, at most 10 times (259200, 86400).
        discounts: structs of secs and percent, at most 20: who buys at least secs at once gets percent off (none).
        An empty group is none.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        settings: What is to change.
        new_name: What the location is to be called; empty: as it is called.
        Returns: The name of the location."""
        ...
    def updateUnit(self, owner_akey: str, location_name: str, unit_name: str, changes: LeaseUpdateUnitChanges, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Changes what a unit is called, where it stands, or what it costs.

        The struct may have the members name, model, region, x, y, z (metres), rate and period; what is left out stays as it is. A new price is that of
        whoever rents or extends from now on; what is paid stays paid.

        owner_akey: Key of the agent who owns the lease location. A name is taken too; empty: the caller.
        location_name: Name of the lease location, in any case.
        unit_name: Name of the unit (space) at the location, in any case.
        changes: What is to change.
        Returns: The name of the unit."""
        ...

class OperatorGroup:
    def addApp(self, app_id: str, owner_akey: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Adds an app whose users ask each other for gifts, or gives one another secret key.

        For an app that is there, of the same owner, the secret key before is worth nothing from then on. The key is shown this once.

        app_id: The id of the app: letters and digits.
        owner_akey: Key or name of the avatar who owns the app.
        Returns: The secret key, with which the app calls: 32 hexadecimal digits."""
        ...
    def addAvatar(self, name: str, password: str, akey: str = ..., email: str = ..., realm: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Registers an avatar.

        Spaces around a name go, several inside become one. Names that differ only in case, or in the width or font of letters, are the same name.

        name: 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
        password: 1 to 1024 bytes; empty registers an avatar without a login, who is paid in-world.
        akey: The grid's key for the avatar; empty: a new one is made.
        email: An address, or empty for none.
        realm: The grid that the avatar is of: empty for this one, otherwise a grid's name.
        Returns: The avatar's key, in lower case: that of the grid, or one of ours where another grid has given one that is taken here."""
        ...
    def addCurrency(self, code: str, scale: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Adds a currency, for good.

        Neither code nor scale can be changed afterwards. The same again changes nothing. Codes match in any case.

        code: 1 to 16 printable characters without spaces, commas, # and :.
        scale: Number of decimal places: a currency of scale 2 counts in hundredths.
        Returns: 1."""
        ...
    def addGrid(self, name: str, shard: str, networks: Sequence[str], *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Adds a grid whose objects may call, or changes the one of that name.

        What a script says of itself in the headers of its simulator (who owns the object, where it stands) counts where it comes from one of these
        networks with this shard. The first grid is the server's own: the empty realm and its name mean the same avatars. Each later one has avatars
        of its own, which its name as realm finds.

        name: 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
        shard: What X-SecondLife-Shard says there, such as `Production`.
        networks: Where its simulators call from: addresses and networks, such as `10.1.0.0/16`, at most 100. With none, only signed objects are known.
        Returns: 1."""
        ...
    def addOperator(self, name: str, scopes: Sequence[Literal["read", "accounts", "money", "people", "system"]], valid_for_secs: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Gives somebody a capability of their own to act as an operator, for some time.

        Nobody gives scopes or time that they do not have themselves. An operator ends with the one who added it. The log tells what
        each operator did. A name is free again once its operator has expired or is revoked; the log tells the two apart by their ids.

        name: What the log calls the operator; names that differ in case only are the same. 1 to 63 letters and digits of ASCII, with spaces, dots, `_`, `@` and `-` between them.
        scopes: What the operator may do, one or more of `read` (lists, the audit, the chain, transactions, supply, the log, and looking at a capability); `accounts` (freezing accounts, their limits, currencies); `money` (minting, refunds, reversals, payouts); `people` (avatars, passwords, developers); `system` (operators, revocations by jti, keys, sites, apps, studios, grids, the outbox).
        valid_for_secs: Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
        Returns: The capability. It is stored nowhere."""
        ...
    def addPlan(self, studio: str, plan: OperatorAddPlanPlan, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Adds a plan that a studio's users can subscribe to, or changes the one of that number.

        The price is for one period. The currency is one of the bank's, or three capitals such as USD that cards are charged in. A studio has at most 100 plans.

        studio: The studio's name.
        plan: `{id, name, price, currency, period}`: the studio's own number for it, and `month` or `year`.
        Returns: 1."""
        ...
    def addRoomSite(self, name: str, owner_akey: str, account_name: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Adds a site that sends customers into performers' rooms, and gives it its key.

        Tips of its customers are paid from this account of the owner, up to what the site says that each may spend. Whoever has the key can spend
        all that is in the account: keep an account for it. operator.rotateRoomSite replaces a key that got out.

        name: What the site is called.
        owner_akey: Key or name of the avatar who pays the tips.
        account_name: The account that pays them.
        Returns: The key, 43 characters, which is shown this once."""
        ...
    def addStudio(self, name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Adds a studio, or gives the one of that name another token.

        The token is shown this once. A studio that has lost it gets another one by the same call, and the one before is worth nothing then.

        name: 1 to 40 characters, as a name of an avatar may be. Names match in any case.
        Returns: The token that the studio sends as authToken."""
        ...
    def audit(self, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> OperatorAuditResult:
        r"""Recomputes the books from their entries and tells whether they add up.

        Checked in one snapshot: totals against entries, numbering without gaps, each balance following from the one before,
        two mirrored sides to every transfer, everything together being zero, held against open holds, no account below its floor,
        closed accounts at zero, each hold against the journal that ended it, no refund above what was paid, what is paid back of
        sales and rents by each who got it to who paid it, and of rents no more than was not used, nothing dated over a minute ahead,
        no row of the operators' log removed or added.

        Returns: Counts, the difference in minor units (0 if ok), what is wrong in words, at most 20 lines, and what has kept a name that something of the same owner has, too."""
        ...
    def confirmPayout(self, transaction_id: str, leg: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Tells that a payment was handed over in-world: the payer's money is gone for good.

        The money that was held goes to the bank's payout account. The same call again changes nothing and returns the same id.

        transaction_id: The transaction id.
        leg: Which transfer of the transaction, as operator.listPayouts tells it.
        Returns: The transaction id of what was moved."""
        ...
    def disableAvatar(self, akey: str, disabled: Flag, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Disables an avatar, so that nothing happens on its behalf, or enables it again.

        All that the avatar holds or gave is revoked as by operator.revokeAvatar, and while it is disabled it can not log in: the login fails as
        for a wrong password. Payments to it arrive. Enabling it again revives no capability and no standing order.

        akey: Key of the avatar. A name is taken too.
        disabled: Whether it is to be disabled; 0 enables it again.
        Returns: 1."""
        ...
    def failPayout(self, transaction_id: str, leg: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Tells that a payment could not be handed over in-world: the money goes back to the payer, who is notified.

        The same call again changes nothing and returns the same id.

        transaction_id: The transaction id.
        leg: Which transfer of the transaction, as operator.listPayouts tells it.
        Returns: The transaction id. Nothing was moved, so no statement shows it."""
        ...
    def freezeAccount(self, akey: str, account_name: str, frozen: Flag, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Freezes an account, or frees it again.

        Nothing leaves a frozen account: no payment, no hold, and no hold that was made before. Money can still come in, and what is held
        can be given back. It can not be closed.

        akey: Key of the avatar or group who owns the account. A name is taken too.
        account_name: Name of the account.
        frozen: 1 to freeze it, 0 to free it.
        Returns: 1."""
        ...
    def inspectCapability(self, capability: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> OperatorInspectCapabilityResult:
        r"""Tells what a capability is, whose it is, and whether it is still good.

        One that this server did not issue is an invalid parameter. Looking at a capability uses nothing of it up.

        capability: The capability to look at.
        Returns: status is `valid`, `expired` or `revoked`; holder and grantor are keys of avatars, or `operator` for the server's own capability and `operator:NAME` for an operator; limits is a struct of accounts, payees, maxEach and total, each only where there is such a limit; spent and left (major units) are there where the bank counts a total; parents are the jtis that it was derived from, nearest first; times in UTC."""
        ...
    def listAvatars(self, offset: int = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[OperatorListAvatarsResultItem]:
        r"""Lists the registered avatars in the order of their names.

        offset: How many to leave out at the beginning.
        limit: How many to list, at most 1000.
        after: The akey of the last one of the page before; empty for the first page.
        Returns: Avatars: email is empty where there is none; challenge_login is whether the documented md5 login works, disabled whether an operator has disabled the avatar; created in UTC."""
        ...
    def listGrids(self, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[OperatorListGridsResultItem]:
        r"""Lists the grids whose objects may call.

        Returns: Grids in the order of their names: home is whether it is the server's own; heard is when one of its objects called last, to half a minute, in UTC, and not there before the first."""
        ...
    def listOperators(self, after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[OperatorListOperatorsResultItem]:
        r"""Lists the operators that were added, newest first, with those that have ended.

        after: The id of the last one of the page before; empty for the first page.
        limit: How many to list, at most 1000.
        Returns: id is the jti of the operator's capability, by which operator.log tells apart operators who had the same name one after the other; status is `valid`, `expired`, or `revoked`, which it is too where a key that it rests on was retired; added_by is the name of another operator, or `root`; times in UTC."""
        ...
    def listOutbox(self, after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[OperatorListOutboxResultItem]:
        r"""Lists what leaves the server, such as mail, oldest first.

        state is `queued`, `sending`, `sent` or `failed`. What is sent arrives at least once: where a server dies at the wrong moment it
        goes out again, with the same Message-ID, which is made of the id. Without SCRIP_MAIL mail stays queued. A failed attempt is
        made again after 30 seconds, then after pauses that double up to four hours; after 14, or a refusal for good, it is `failed`.
        The body of a mail with a link is listed until it is sent, and empty from then on. It is a key to what the link opens: operators
        without the scope `system` get an empty body for it.

        after: The id of the last item of the page before; empty for the first page.
        limit: How many to list; -1 for 1000.
        Returns: Items: attempts since it was written or resent, why the last one failed (empty if it did not), and when it was written, in UTC."""
        ...
    def listPayouts(self, state: Literal["queued", "pulled", "accepted", "done", "failed", "unknown", "dispensed"] = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[OperatorListPayoutsResultItem]:
        r"""Lists the payments to be handed over in-world that are in one state, oldest first.

        Dispensers take the queue from its front (bank.pullPayout). What became of an `unknown` one is for an operator to find out and to say, by
        operator.confirmPayout or operator.failPayout; transaction_id and leg together name a payout. A queued one may be decided by them too.

        state: Which ones to list: queued, pulled, accepted, done, failed, unknown. `dispensed` is an older word for `done`.
        limit: How many to list; -1 for 1000.
        after: The transaction_id of the last one of the page before, with a slash and its leg where that is not 0; empty for the first page.
        Returns: Payouts: akey and name (empty for somebody who is not registered) of who gets it; object_key of the dispenser that has it, and the key of the grid for the transaction, where there is one; due is when a dispenser has to have said something. Times are UTC."""
        ...
    def listRoomSites(self, after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[OperatorListRoomSitesResultItem]:
        r"""Lists the sites that send customers into rooms, in the order of their names.

        after: The name of the last one of the page before; empty for the first page.
        limit: How many to list, at most 1000.
        Returns: Sites: whose account pays the tips, and where notices go, which is empty for none."""
        ...
    def log(self, after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[OperatorLogResultItem]:
        r"""Lists what operators called, oldest first.

        Every call of a procedure of operators is here, granted or refused, also each one in a multicall or batch; reading the log is not.
        What changes something is written down before it is done. Of an operator's refused calls 60 a minute have an item each;
        the others of a method and outcome are one item, whose params are `refused_calls` and `since`. The log is sealed with the books:
        operator.verifyChain tells whether anybody changed, removed or added an item.

        after: The id of the last one of the page before; empty for the first page.
        limit: How many to list, at most 1000.
        Returns: operator is a name, or `root` for the server's own capability, and operator_id the jti that it was given; params is a struct of the parameters without capabilities, passwords and what has no declared shape, empty where they could not be read; a long value is a text that was cut; source is the address that called; outcome is `ok`, the code of a fault, or `unknown` where the call is on its way or the server died meanwhile; time in UTC."""
        ...
    def mint(self, akey: str, account_name: str, amount: Amount, comment: str, request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Creates money in an account.

        The mint's own account goes below zero by as much, so that all accounts together always hold nothing.

        akey: Key of the avatar who owns the account. A name is taken too.
        account_name: Name of the account.
        amount: Major units, in the decimal places of their currency; above zero.
        comment: Shown in the history of both accounts. Cut at 64 characters.
        request_id: Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The transaction id."""
        ...
    def refund(self, transaction_id: str, amount: Amount = ..., comment: str = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Takes a payment back from everybody who was paid by it, all of it or a part, and returns it to the payer.

        As bank.refund, for all who were paid together: each gives in proportion to what they have left of it. All of it is moved, or nothing.

        transaction_id: The transaction id.
        amount: Major units; 0: all that was not refunded yet.
        comment: Shown in the history of both accounts. Cut at 64 characters.
        request_id: Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The transaction id of the refund."""
        ...
    def removeGrid(self, name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Takes a grid away: nothing that its objects say of themselves counts any more.

        One with avatars of its own stays. Objects that sign go on calling; operator.disableAvatar or general.revokeObject ends them.

        name: The grid's name.
        Returns: 1."""
        ...
    def renameAvatar(self, akey: str, name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Gives an avatar another name.

        The name that it had leads to it wherever a name is taken, until another avatar is called so. Other servers know within a second.

        akey: Key of the avatar. A name is taken too.
        name: 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
        Returns: 1."""
        ...
    def resend(self, id: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Sends an item of the outbox anew, at once and with all of its attempts.

        Whether it failed, waits or was sent; one that is being sent right now stays as it is. A copy has the Message-ID of the first.

        id: The id that operator.listOutbox gives.
        Returns: 1."""
        ...
    def retireKey(self, kid: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Takes a signing key out of use: what was signed with it is invalid from then on.

        For a key that others may have. Here at once, in every other server within a second; the calls are refused as auth.capability_invalid.
        So is what was derived from such a capability or given on it, whichever key signed that: everybody logs in again, and gives grants
        anew. Where the key is the one that signs, a new one takes its place. An operator.capability in SCRIP_DATA that it signed is made
        anew before this answers, so read the file again. Retiring a key again is 1 again.

        kid: The key's kid, as /.well-known/jwks.json lists it and as the header of each capability has it.
        Returns: 1."""
        ...
    def revoke(self, jti: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Revokes any capability by its jti, and all that were derived from it.

        No payment is booked on it any more once this has answered, by any server; everything else stops within a second. A login takes with
        it the grants that were given on it and the standing orders that it started; holds stay. It need not have been seen before, so
        revoking twice is 1 again.

        jti: The capability's id, as its payload carries it.
        Returns: 1."""
        ...
    def revokeAvatar(self, akey: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Revokes all that an avatar holds or gave.

        Logins, grants, narrowed logins and groups capabilities that were issued until now end, and standing orders; holds stay. No payment
        is booked on any of it once this has answered, by any server; everything else stops within a second. The avatar can log in again, so
        where the password is known to others, operator.setPassword is what is needed.

        akey: Key of the avatar. A name is taken too.
        Returns: 1."""
        ...
    def revokeOperator(self, name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Ends an operator, and the operators that it added.

        No call of theirs that comes after the answer is let through, by any server. One that has ended before is 1 again.

        name: As operator.listOperators tells it. 1 to 63 letters and digits of ASCII, with spaces, dots, `_`, `@` and `-` between them.
        Returns: 1."""
        ...
    def rotateKey(self, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Makes a new signing key for capabilities; what older keys signed stays valid.

        This server signs with it at once, the others on the same database within some five seconds.

        Returns: The new key's kid, as /.well-known/jwks.json lists it."""
        ...
    def rotateRoomSite(self, name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Gives a room site another key.

        The one before is worth nothing from then on, in every server within two seconds. Keep the new one back to shut the site out.

        name: What the site is called.
        Returns: The new key, which is shown this once."""
        ...
    def setAccountLimits(self, akey: str, account_name: str, overdraft: Amount, maximum: Amount, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Sets how far below zero an account may go, and the most that it may hold.

        An account that owes more than the new overdraft already keeps its limits. One that holds more than the new maximum keeps what it
        has, and gets no more. What is on its way to the account counts towards the maximum.

        akey: Key of the avatar or group who owns the account. A name is taken too.
        account_name: Name of the account.
        overdraft: Major units; 0: it can not go below zero.
        maximum: Major units; -1: there is none.
        Returns: 1."""
        ...
    def setChallengeLogin(self, akey: str, enabled: Flag, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Turns the documented md5 login of an avatar off or on.

        Capabilities that were issued before stay valid; operator.revoke ends them.

        akey: Key of the avatar. A name is taken too.
        enabled: Whether general.getLoginCapability may log this avatar in.
        Returns: 1."""
        ...
    def setDispenser(self, object_key: str, dispenser: Flag, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Lets an enrolled object hand over payouts and tell of deposits in its grid, or no longer.

        What it says is believed: that money was handed over, and that money came in. So its owner is to be trusted, and its script. It counts in
        every server within a second. Another secret changes nothing about it; where the object is revoked or enrolled again, it is no dispenser.

        object_key: The object's key in-world, a UUID; for a device of one's own, any UUID.
        dispenser: 1, or 0 to end it.
        Returns: 1."""
        ...
    def setPassword(self, akey: str, password: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Gives an avatar another password, and revokes all that the avatar holds or gave.

        As general.changePassword, without the old one: for an owner who has lost it, or whose login was stolen. An avatar that had no login
        gets one.

        akey: Key of the avatar. A name is taken too.
        password: 1 to 1024 bytes.
        Returns: 1."""
        ...
    def setRoomNotices(self, name: str, url: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Sets where a room site is told of the status of performers.

        The outbox posts JSON there: `{function: "performerStatus", action, performerId, customers, time}`. action is `online` when the first customer
        of the site is in the performer's room, `offline` when the last one has left, and `change` when their number, customers, is another one: at
        most once in ten seconds. Each notice arrives at least once; the header X-Scrip-Notice is the same for all copies.

        name: What the site is called.
        url: An http or https address without a user and a password; empty for no notices.
        Returns: 1."""
        ...
    def verifyChain(self, expect: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> OperatorVerifyChainResult:
        r"""Tells whether the books and the operators' log are as they were sealed.

        What is booked is sealed within a second or two: each seal covers journals with all of their rows, what operators called, and the seal before it. This
        compares all of that, in one snapshot, and stops at the first row that was changed, removed or added behind the back of the
        ledger. Whoever can write to the database could make the whole chain anew; keep the newest seal somewhere else, and give it
        as `expect` later. Reads all entries: a million journals take up to a minute.

        expect: A seal that the chain must still hold, as NUMBER:HASH; empty: none.
        Returns: How many seals were found good, how many journals and rows of the operators' log they cover (a call and its outcome are a row each), and how many journals wait for a seal; number and hash of the newest seal (0 and zeros where there is none); which row is the first that is not as it was sealed, in words, empty if ok."""
        ...

class RoomsGroup:
    def joinRoom(self, key: str, performer_id: int, nickname: str, ip_address: str, registered: Flag, credits: int, customer_id: int = ..., *, timeout: float = ...) -> RoomsJoinRoomResult:
        r"""Lets a site's customer into a performer's room, or renews a stay.

        A nickname that is taken in the room gets a suffix such as `_0412`; both forms are understood later. A registered customer is the same one by
        customer_id, and a guest by nickname and address. credits is the site's claim: what this customer may tip at most, in all rooms of the site
        together where they are registered. Whoever gives no sign of life for SCRIP_ROOM_PURGE seconds is sent out.

        key: The key of the site.
        performer_id: The performer's number: general.getAvatarUserId.
        nickname: What the customer wants to be called, 1 to 63 characters.
        ip_address: The customer's IPv4 or IPv6 address.
        registered: Whether the site knows the customer by a number; then customer_id is needed.
        credits: What the customer can spend: whole units of the currency of the site's account.
        customer_id: The site's own number of the customer; 0 for a guest, who goes by the nickname.
        Returns: The nickname as the room shows it."""
        ...
    def leaveRoom(self, key: str, performer_id: int, nickname: str, customer_id: int = ..., *, timeout: float = ...) -> int:
        r"""Takes a site's customer out of a performer's room.

        With the last room that a registered customer leaves, what they could tip is gone.

        key: The key of the site.
        performer_id: The performer's number: general.getAvatarUserId.
        nickname: The nickname that the customer joined under, or the one that joinRoom answered.
        customer_id: The site's own number of the customer; 0 for a guest, who goes by the nickname.
        Returns: 1."""
        ...
    def list(self, performer: str = ..., after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[RoomsListResultItem]:
        r"""Lists who is in the room of the performer who is logged in, in the order of their nicknames.

        performer: Key or name of the performer. Empty: the caller.
        after: The nickname of the last one of the page before; empty for the first page.
        limit: How many to list, at most 1000.
        Returns: Customers: customer_id is 0 for guests, credits is what they can still tip by the word of their site, since is when they came, in UTC."""
        ...
    def pingRoom(self, key: str, performer_id: int, nickname: str, customer_id: int = ..., *, timeout: float = ...) -> int:
        r"""Tells that a site's customer is still in a performer's room; due every ten seconds.

        Within SCRIP_ROOM_PURGE seconds after a start of the server, a customer who is not known joins again, as a guest or by customer_id, without credits.

        key: The key of the site.
        performer_id: The performer's number: general.getAvatarUserId.
        nickname: The nickname that the customer joined under, or the one that joinRoom answered.
        customer_id: The site's own number of the customer; 0 for a guest, who goes by the nickname.
        Returns: 1."""
        ...
    def tip(self, key: str, performer_id: int, nickname: str, credits: int, ip_address: str = ..., customer_id: int = ..., request_id: str = ..., *, timeout: float = ...) -> RoomsTipResult:
        r"""Tips a performer for a customer who is in their room, from the account of the site, to the performer's `working`.

        It lowers what the customer can spend. What is more than that, or than the account holds, is refused. The same request_id again with
        the same values pays once and gives the first answer; with other values it is refused. It is a sign of life.

        key: The key of the site.
        performer_id: The performer's number: general.getAvatarUserId.
        nickname: The nickname that the customer joined under, or the one that joinRoom answered.
        credits: How much: whole units of the currency of the site's account.
        ip_address: The customer's IPv4 or IPv6 address.
        customer_id: The site's own number of the customer; 0 for a guest, who goes by the nickname.
        request_id: Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The id of the payment, as in bank.transaction."""
        ...
    def updateCredits(self, key: str, customer_id: int, credits: int, *, timeout: float = ...) -> int:
        r"""Says anew what a registered customer of the site can spend, in all rooms together.

        It replaces what counted before, tips included. It is a sign of life in all rooms.

        key: The key of the site.
        customer_id: The site's own number of a customer who is in a room.
        credits: What the customer can spend: whole units of the currency of the site's account.
        Returns: 1."""
        ...

class StudioGroup:
    def checkEmailExistance(self, authToken: str = ..., email: str = ..., *, timeout: float = ...) -> int:
        r"""Tells whether a user of the studio has an email.

        authToken: The studio's token.
        email: The email, in any case.
        Returns: 1 where one has, 0 where nobody has."""
        ...
    def getStudioPlanLists(self, authToken: str = ..., *, timeout: float = ...) -> List[StudioGetStudioPlanListsResultItem]:
        r"""Lists the plans of a studio.

        authToken: The studio's token.
        Returns: All of them in the order of their numbers; price is for one period, in major units."""
        ...
    def initialiseSdk(self, authToken: str = ..., *, timeout: float = ...) -> StudioInitialiseSdkResult:
        r"""What clients of a studio call first: tells whether the token is good, and the server's time.

        pkgname and hashkey name the studio. They stay the same, also with another token, and are no secrets.

        authToken: The studio's token.
        Returns: server_time is in UTC, as `2006-10-23 03:08:00`."""
        ...
    def login(self, authToken: str = ..., email: str = ..., password: str = ..., *, timeout: float = ...) -> StudioLoginResult:
        r"""Checks the password of a user of a studio, and tells who it is.

        There is no session, and nothing to end. Wrong passwords count as failed logins of the avatar. Taken over TLS and from the same machine, as by general.loginWithPassword.

        authToken: The studio's token.
        email: The user's email, in any case.
        password: The password.
        Returns: id is the user's number as general.getAvatarUserId has it, studio_id the studio's. No picture is kept: profile_image is empty."""
        ...
    def logout(self, authToken: str = ..., *, timeout: float = ...) -> int:
        r"""For clients that say when a user leaves: studio.login opens no session, so nothing ends.

        authToken: The studio's token.
        Returns: 1."""
        ...
    def registerUser(self, authToken: str = ..., email: str = ..., name: str = ..., password: str = ..., plan_id: int = ..., *, timeout: float = ...) -> StudioRegisterUserResult:
        r"""Registers a user with a studio, who is logged in with it.

        The user is an avatar too, with the same password; its name, which everybody sees, tells neither the email nor the name. Taken over TLS and from
        the same machine, as by general.loginWithPassword. Plans are paid by card, and cards are not taken yet: a registration with a plan fails.

        authToken: The studio's token.
        email: The email, which no other user of the studio has.
        name: What the user is called, 1 to 128 characters.
        password: 1 to 1024 bytes.
        plan_id: The plan; 0 for none.
        Returns: id is the user's number as general.getAvatarUserId has it, studio_id the studio's. No picture is kept: profile_image is empty."""
        ...

class SystemGroup:
    def getCapabilities(self, *, timeout: float = ...) -> Any:
        r"""Tells which specifications this server follows.

        Returns: A struct: for each specification a struct of specUrl and specVersion."""
        ...
    def listMethods(self, *, timeout: float = ...) -> List[str]:
        r"""Lists the procedures of this server by their canonical names.

        Returns: All names, sorted."""
        ...
    def methodHelp(self, name: str, *, timeout: float = ...) -> str:
        r"""Describes a procedure in plain text.

        name: A procedure, in any spelling that a call may use.
        Returns: What it does, its parameters, what it needs and its faults."""
        ...
    def methodSignature(self, name: str, *, timeout: float = ...) -> List[List[str]]:
        r"""Lists the ways in which a procedure may be called.

        name: A procedure, in any spelling that a call may use.
        Returns: Signatures: each is the result's type and then the parameters' types."""
        ...
    def multicall(self, calls: Sequence[Any], *, timeout: float = ...) -> List[Any]:
        r"""Runs several calls, one after the other, and answers them all.

        At most 50 calls, those of all multicalls of a batch together; each stands alone, and one that fails changes nothing for the others. Where the request has used up its time or its reply is long enough, the calls that are left are refused and not run.

        calls: Structs of methodName (string) and params (array).
        Returns: For each call an array of its one result, or a struct of faultCode and faultString."""
        ...

class Validator1Group:
    def arrayOfStructsTest(self, structs: Sequence[Any], *, timeout: float = ...) -> int:
        r"""Adds up the members named `curly` of an array of structs.

        Only on a server with SCRIP_DIAGNOSTICS=1.

        structs: Structs with the numbers moe, larry and curly.
        Returns: The sum of all curly."""
        ...
    def countTheEntities(self, text: str, *, timeout: float = ...) -> Validator1CountTheEntitiesResult:
        r"""Counts the characters that XML has to escape.

        Only on a server with SCRIP_DIAGNOSTICS=1.

        text: Any text.
        Returns: How many of each there are."""
        ...
    def easyStructTest(self, stooges: Any, *, timeout: float = ...) -> int:
        r"""Adds up moe, larry and curly.

        Only on a server with SCRIP_DIAGNOSTICS=1.

        stooges: A struct with the numbers moe, larry and curly.
        Returns: The sum of the three."""
        ...
    def echoStructTest(self, value: Any, *, timeout: float = ...) -> Any:
        r"""Answers with the struct that it is sent.

        Only on a server with SCRIP_DIAGNOSTICS=1.

        value: A struct.
        Returns: The same struct."""
        ...
    def manyTypesTest(self, number: int, boolean: bool, string: str, double: float, dateTime: Union[Timestamp, datetime.datetime], base64: str, *, timeout: float = ...) -> List[Union[int, bool, str, float, Timestamp]]:
        r"""Answers with its six parameters as an array.

        Only on a server with SCRIP_DIAGNOSTICS=1.

        number: A whole number.
        boolean: A boolean.
        string: A text.
        double: A number.
        dateTime: A time.
        base64: Bytes.
        Returns: The parameters in order."""
        ...
    def moderateSizeArrayCheck(self, texts: Sequence[str], *, timeout: float = ...) -> str:
        r"""Joins the first and the last text of an array.

        Only on a server with SCRIP_DIAGNOSTICS=1.

        texts: Between 100 and 200 texts, as the validator sends them.
        Returns: The first and the last, joined."""
        ...
    def nestedStructTest(self, calendar: Any, *, timeout: float = ...) -> int:
        r"""Adds up moe, larry and curly of the first of April 2000 in a calendar of nested structs.

        Only on a server with SCRIP_DIAGNOSTICS=1.

        calendar: Structs of years, months (`04`) and days (`01`).
        Returns: The sum of the three."""
        ...
    def simpleStructReturnTest(self, number: int, *, timeout: float = ...) -> Validator1SimpleStructReturnTestResult:
        r"""Multiplies a number by ten, a hundred and a thousand.

        Only on a server with SCRIP_DIAGNOSTICS=1.

        number: A whole number.
        Returns: The three products."""
        ...

class VendGroup:
    def ackDelivery(self, delivery_id: str, ok: Flag = ..., note: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Tells whether a merchant's script has handed over what it pulled.

        With ok = 0 the order has failed, and its buyer and who was to get it are notified (kind `delivery_failed`); vend.redeliver tries again.
        Late and repeated answers are harmless: that it was handed over stays true whatever else is said, and of an order that was
        refunded meanwhile nothing changes any more.

        delivery_id: The delivery, as vend.pullDeliveries gave it.
        ok: Whether it was handed over.
        note: Why it could not be handed over, in words for the buyer.
        Returns: The state of the order: delivered, failed, queued (another delivery waits) or refunded."""
        ...
    def addProduct(self, merchant: str, collection_name: str, product_name: str, price: Amount, details: VendAddProductDetails = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Adds a product to a collection.

        A collection has at most 100000 products. Where nothing else is said, the next owner may give it away but neither copy nor change it,
        there is no end of it, and the merchant made it and gets everything that it is sold for.
        description and tags: texts of at most 4000 and 255 characters, in which searches look. prims: 0 to 100000. featured:
        comes first where a search is ordered so. image_url_part: a part of a URL without spaces, as the public lists give it.
        categories: at most 20; without any it is in `Other`. currency: empty for the usual one; whoever
        has a share needs an account in it, or the product can not be bought. quantity: how many are left, -1 for no end.
        copy, modify, transfer: what the next owner may do. texture_anim: parameters separated by `|`; empty where the texture is not animated.
        creator: key or name of who made it. creator_share and the percent of each partner: percentages of each sale with at
        most two decimals; with the commission of the collection they are 100 at most, and the merchant gets the rest. partners: at most 50,
        avatars by key or name, groups by key, which are paid by their percentages; those that are named take the place of all before.

        merchant: Key or name of the merchant, who created the collection; empty: the caller.
        collection_name: Name of one of the merchant's collections, in any case.
        product_name: 1 to 63 characters without invisible ones.
        price: In major units of its currency, exact to its smallest amount; 0: it is free.
        details: What is to be other than usual; every member may be left out.
        request_id: Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The id of the product."""
        ...
    def announceVendor(self, merchant: str, collection_name: str, object_key: str, region: str, x: float, y: float, z: float, mature_region: bool = ..., prod_id: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Tells where an object stands in-world and what it sells: a collection, or one product of it.

        The object is that of the avatar who is logged in. Announced again, it has moved or sells something else. What the affiliate group
        sells earns its members the commission of the collection. An object that another avatar announced stays with them until
        the merchant from whose collection it sells takes it over, or the object itself, over the relay: signed, or from a grid that the operator
        trusts, and with a login of its owner. An avatar has at most 1000 vendors; vend.removeVendor takes one out.

        merchant: Key or name of the merchant, who created the collection; empty: the caller.
        collection_name: Name of one of the merchant's collections, in any case.
        object_key: The object's key in-world.
        region: Name of the region: 1 to 63 characters without slashes and invisible ones.
        x: x in the region, in metres; cut to whole ones.
        y: y in the region, in metres; cut to whole ones.
        z: z in the region, in metres; cut to whole ones.
        mature_region: Whether the region is for adults.
        prod_id: Id of the product of the collection that it sells; 0: all of them.
        Returns: `added` or `updated`."""
        ...
    def buy(self, prod_id: int, recipient: str = ..., vendor_id: str = ..., affiliate: str = ..., account_name: str = ..., use_credit: Flag = ..., max_price: Amount = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendBuyResult:
        r"""Buys a product, for oneself or as a gift, and queues its delivery.

        The price, less a VIP's discount (rounded up to the smallest unit), is shared at once: a commission for the affiliate who sold it,
        what partners and creator get, and the rest for the merchant; who gets the odd unit is drawn, so that each gets their exact share in the
        long run. A share of the buyer stays with the buyer. The
        payment, the order and its delivery are one transaction: nothing is paid without an order. Each is paid into `working`, or where that
        is in another currency than the price into their first account by name that is in it; who has none can not be paid, and it can not
        be bought (bank.currency_mismatch). A vendor in-world opens what it sells to
        anybody, in a private collection too; its owner is the affiliate, if in the affiliate group. Merchants can not buy from themselves.
        What costs nothing is ordered without a payment. At most 100 orders of one product by one buyer can wait to be delivered. Whom it is a
        gift for is notified (kind `gift`). A retry under its request_id gets the same order, in the state that it is in by then.
        Always send max_price, what vend.quote told or the buyer saw: without it the price is paid that holds by then.

        prod_id: Id of the product.
        recipient: Key or name of the avatar that it is a gift for; empty: the caller.
        vendor_id: Key in-world of the vendor that sells it; empty: none.
        affiliate: Key or name of the member of the collection's affiliate group who sells it, where no vendor in-world does.
        account_name: The account of the caller that pays, and that a refund goes to.
        use_credit: Whether store credit at this merchant pays first, and the account only the rest.
        max_price: The most that it may cost, in major units; -1 (not advised): whatever it costs by then.
        request_id: Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The order: transaction_id is empty where nothing was paid, price is what it cost in all, state is queued."""
        ...
    def buyGiftCard(self, merchant: str, amount: Amount, account_name: str = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendBuyGiftCardResult:
        r"""Buys a gift card: a code that is worth store credit at one merchant, once, to whoever redeems it.

        The money waits in an account of the card until somebody redeems it (vend.redeemGiftCard). A card does not expire and is not taken
        back; who has the code has the money, so it belongs in no log and no link. Its buyer sees it again in vend.myGiftCards, and gets the
        same one where a request is repeated under its request id. One buyer can have 1000 cards that wait to be redeemed.

        merchant: Key or name of the merchant.
        amount: Major units of the currency of the merchant's `working`; above zero.
        account_name: The account of the caller that pays.
        request_id: Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The card: card_id is also the id of the transaction that paid for it, code is 28 letters and digits in groups of four."""
        ...
    def collectionDetails(self, merchant: str, collection_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendCollectionDetailsResult:
        r"""Tells everything about a collection but what is in it.

        merchant: Key or name of the merchant, who created the collection; empty: the caller.
        collection_name: Name of one of the merchant's collections, in any case.
        Returns: rating is the mean of all total_votes on its products, or 0; products is how many there are; groups go by their keys, empty for none."""
        ...
    def collectionNames(self, creator_akey: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[str]:
        r"""Lists the names of the product collections that an avatar created, public and private, in the order of their names.

        creator_akey: Key or name of the creator of the collections; empty: the caller.
        Returns: The names."""
        ...
    def collectionVendors(self, merchant: str, collection_name: str, offset: int = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendCollectionVendorsResultItem]:
        r"""Lists the vendors in-world that sell a collection or anything of it, in the order in which they were announced first.

        merchant: Key or name of the merchant, who created the collection; empty: the caller.
        collection_name: Name of one of the merchant's collections, in any case.
        offset: How many to leave out at the beginning.
        limit: How many to list, at most 100.
        after: The object_key of the last one of the page before; empty for the first page.
        Returns: Vendors: prod_id is 0 where it sells the whole collection; selling is false where what it sells was removed; announced is when it last was, in UTC."""
        ...
    def createCollection(self, merchant: str, collection_name: str, settings: VendCreateCollectionSettings = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Creates a collection of products.

        It is private and pays no commission where nothing else is said. A merchant has at most 100 collections, each under a name of its own.
        public: whether everybody sees it. seller_commission: the percentage of each sale that an affiliate gets who sold it, with at
        most two decimals. affiliate_group: members sell from the collection, and see it while it is private. manager_group: members
        see it, officers manage what is in it, but for who shares in sales. Groups are those that the merchant created, by key or name; empty is none.

        merchant: Key or name of the merchant, who created the collection; empty: the caller.
        collection_name: 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
        settings: What is to be other than usual; every member may be left out.
        request_id: Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: 1."""
        ...
    def credits(self, after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendCreditsResultItem]:
        r"""Lists the store credit that the avatar who is logged in has, at every merchant.

        In the order of the merchants' keys. Where all of it was spent the balance is 0. Credit does not expire.

        after: The merchant_akey of the last one of the page before; empty for the first page.
        limit: How many to list, at most 100.
        Returns: One for each merchant: the balance is in major units."""
        ...
    def creditsGiven(self, merchant: str = ..., after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendCreditsGivenResultItem]:
        r"""Lists who has store credit at a merchant, from the merchant or from gift cards.

        In the order of the avatars' keys. Where all of it was spent the balance is 0.

        merchant: Key or name of the merchant; empty: the caller.
        after: The akey of the last one of the page before; empty for the first page.
        limit: How many to list, at most 100.
        Returns: One for each avatar: the balance is in major units."""
        ...
    def findProductsVendor(self, search_string64: str, merchant_key: str, include_mature: Flag, orderby: Literal["featured", "sales-asc", "sales-desc", "price-asc", "price-desc", "prims-asc", "prims-desc", "name-asc", "name-desc", "created-asc", "created-desc", "rating-asc", "rating-desc", "collection-asc", "collection-desc", "featured-asc", "featured-desc"], low_price: float, high_price: float, offset: int, limit: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Finds products, in a form that scripts in-world can read.

        A text matches where each of its words (the first 16 count) is in the name, the description or the tags: words of letters and digits in
        any case and order. The last one also finds longer words that begin with it, when it has three letters or more (fewer in scripts whose
        letters take several bytes). A text without any letter or digit matches nothing. Prices are compared as the numbers that callers see,
        in whatever currency. featured lists what is featured before the rest; where two products are alike in an order, -desc and featured
        list the newer one first. Without any capability the products of public collections are found. A bad capability is a fault, rather
        than an answer that lacks what it should have opened; empty texts are passed over. Changes count at once: what turns private or is
        removed is found no more. A page costs the more the greater its offset is.

        search_string64: Base64 of the text to search for; a text that is no base64 is taken as it stands. Empty: any product.
        merchant_key: Key or name of the merchant whose products are wanted; empty: those of all.
        include_mature: 1: all products; 0: only those for everybody, as for devices in regions for everybody.
        orderby: sales, price, prims, name, created, rating or collection with -asc or -desc, such as sales-desc; or featured.
        low_price: The lowest price that is wanted; -1, or any other number below 0: no bound.
        high_price: The highest price that is wanted; -1, or any other number below 0: no bound.
        offset: How many to leave out at the beginning, of those that match.
        limit: How many to list; -1, or more than 30: 30.
        Returns: How many match in all, and then products, each after a comma: `prod_id:texture_key:texture_anim_params`. The texture may be empty; the parameters of its animation are separated by `|`, and `-` where it is not animated."""
        ...
    def giftCard(self, code: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendGiftCardResult:
        r"""Tells what a gift card is worth, to somebody who has its code.

        code: The code of the gift card, in either case, with or without dashes.
        Returns: The merchant whose products it pays for, its amount in major units, and whether somebody has redeemed it."""
        ...
    def giveBack(self, order_id: str, amount: Amount = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendGiveBackResult:
        r"""Gives back what the caller got of a sale, or a part of it, to the buyer.

        For affiliates, partners, creators, members of a group that is one of these, and the merchant: each gives back of their own part, out of
        the account that it went to, never more than is left of it (bank.refund_exceeded). What is given back counts in vend.refundOrder, and the
        other way round. What store credit had brought becomes store credit again. Once all of an order is back it is refunded. Buyer and
        merchant are notified (kind `refund`). Without a request_id each call gives back again.

        order_id: The order.
        amount: Major units, in the decimal places of the order's currency; 0: all that is left of the caller's part.
        request_id: Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: What was given back, and the transaction."""
        ...
    def giveCredit(self, merchant: str = ..., akey: str = ..., amount: Amount = ..., comment: str = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Gives an avatar store credit: money that can be spent on the products of one merchant only.

        It is paid out of the merchant's `working`, so that every credit is covered, and is told to the avatar (general.notifications).
        It is theirs from then on: there is no way to take credit back, and it does not expire. It is in the currency of the
        merchant's `working` and pays for products that are priced in it.
        Who has a vend.manage grant gives the merchant's money.

        merchant: Key or name of the merchant; empty: the caller.
        akey: Key or name of the avatar who gets the credit.
        amount: Major units of the currency of the merchant's `working`; above zero.
        comment: Shown in the notification and in the histories. Cut at 64 characters.
        request_id: Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: The transaction id."""
        ...
    def grantManageCapability(self, auth_akey: str, valid_for_secs: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Creates a capability that allows another avatar to manage the collections, products and sales of the avatar who is logged in.

        It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.

        auth_akey: Key of the avatar who is to be given access. A name is taken too.
        valid_for_secs: Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
        Returns: The capability."""
        ...
    def grantReadCapability(self, auth_akey: str, valid_for_secs: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> str:
        r"""Creates a capability that allows another avatar to see the private collections of the avatar who is logged in.

        It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.

        auth_akey: Key of the avatar who is to be given access. A name is taken too.
        valid_for_secs: Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
        Returns: The capability."""
        ...
    def listAccess(self, merchant: str = ..., after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendListAccessResultItem]:
        r"""Lists whom a merchant has banned and who is a VIP there.

        In the order of the avatars' keys. Times are UTC.

        merchant: Key or name of the merchant; empty: the caller.
        after: The akey of the last one of the page before; empty for the first page.
        limit: How many to list, at most 100.
        Returns: Entries: kind is ban or vip, since is when the avatar came onto a list first."""
        ...
    def listVendors(self, offset: int = ..., limit: int = ..., after: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendListVendorsResultItem]:
        r"""Lists the vendors in-world of the avatar who is logged in, in the order in which they were announced first.

        offset: How many to leave out at the beginning.
        limit: How many to list, at most 100.
        after: The object_key of the last one of the page before; empty for the first page.
        Returns: Vendors: prod_id is 0 where it sells the whole collection; selling is false where what it sells was removed; announced is when it last was, in UTC."""
        ...
    def myGiftCards(self, after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendMyGiftCardsResultItem]:
        r"""Lists the gift cards that the avatar who is logged in has bought, newest first.

        Times are UTC.

        after: The card_id of the last one of the page before; empty for the first page.
        limit: How many to list, at most 100.
        Returns: Cards: the code is there while nobody has redeemed the card, and empty afterwards."""
        ...
    def myOrders(self, as_: Literal["buyer", "recipient"] = ..., after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendMyOrdersResultItem]:
        r"""Lists what the avatar who is logged in has bought, or what was bought for them, newest first.

        Gifts are in the list `buyer` of who paid and in the list `recipient` of who gets them; what one buys for oneself is in both.

        as: Which of the two lists.
        after: The order_id of the last one of the page before; empty for the first page.
        limit: How many to list, at most 100.
        Returns: state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC."""
        ...
    def order(self, order_id: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendOrderResult:
        r"""Tells everything about an order and its deliveries.

        order_id: The order.
        Returns: state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC. deliveries: newest first, at most 20; attempts is how often a script took it, note what a script said that could not hand it over."""
        ...
    def productDetails(self, prod_id: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendProductDetailsResult:
        r"""Tells everything about a product but how its sales are shared.

        Who manages the collection finds that with vend.productShares.

        prod_id: Id of the product.
        Returns: quantity is -1 where there is no end; rating is the mean of total_votes votes from 1 to 5, or 0; times are UTC."""
        ...
    def productShares(self, prod_id: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendProductSharesResult:
        r"""Tells who gets how much of each sale of a product.

        prod_id: Id of the product.
        Returns: Percentages: of the creator, of an affiliate where one sold it, of each partner (an avatar or a group), and what is left for the merchant of such a sale."""
        ...
    def products(self, merchant: str, collection_name: str, after_prod_id: int = ..., limit: int = ..., after: Union[int, str] = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendProductsResultItem]:
        r"""Lists the products of a collection with all their details, in the order in which they were added.

        merchant: Key or name of the merchant, who created the collection; empty: the caller.
        collection_name: Name of one of the merchant's collections, in any case.
        after_prod_id: The last id of the page before; 0 for the first page.
        limit: How many to list, at most 100.
        after: The prod_id of the last one of the page before; empty for the first page.
        Returns: Products as vend.productDetails tells them; fewer than the limit where there are no more."""
        ...
    def productsInCollection(self, collection_creator_akey: str, collection_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[int]:
        r"""Lists the ids of the products in a collection, in the order in which they were added.

        collection_creator_akey: Key or name of the creator of the collection; empty: the caller.
        collection_name: Name of one of the merchant's collections, in any case.
        Returns: The ids."""
        ...
    def publicCollectionProducts(self, merchant: str, merchant_realm: str, collection_name: str, offset: int, changes_since_unixtime: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendPublicCollectionProductsResultItem]:
        r"""Lists the products of a public collection, or those of them that were added or changed since a time.

        Pages of 100 in the order in which the products were added: ask with offset 0, 100, 200 and so on until an empty page comes.
        What was removed is not listed: vend.publicCollectionProductsDeleted tells. Prices, texts and pictures are changes; sales, votes and
        vendors are not. Ask for changes since a moment before your last call rather than since the call itself: what was being written
        during it may bear an earlier time. A collection that is not public is as unknown as one that is not there.

        merchant: Key or name of the merchant, who created the collection.
        merchant_realm: The grid that the merchant is of: empty for this one.
        collection_name: Name of a public collection of the merchant, in any case.
        offset: How many to leave out at the beginning.
        changes_since_unixtime: Unix time in seconds: products that were added or changed then or later. 0 for all. What no int holds may come as a double or a text.
        Returns: Products: short_desc is the first 255 characters of the description; rating the mean of total_votes votes from 1 to 5, or 0; is_mature 1 or 0; vendors at most 10 objects in-world that sell it, the merchant's own first and then those of the affiliate group's members, each with its position as region/x/y/z."""
        ...
    def publicCollectionProductsDeleted(self, merchant: str, merchant_realm: str, collection_name: str, offset: int, changes_since_unixtime: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendPublicCollectionProductsDeletedResultItem]:
        r"""Lists the products that were removed from a public collection, or those that were since a time.

        Pages of 100 in the order in which the products were removed: ask with offset 0, 100, 200 and so on until an empty page comes.
        Removed products are listed for ever.

        merchant: Key or name of the merchant, who created the collection.
        merchant_realm: The grid that the merchant is of: empty for this one.
        collection_name: Name of a public collection of the merchant, in any case.
        offset: How many to leave out at the beginning.
        changes_since_unixtime: Unix time in seconds: products that were removed then or later. 0 for all. What no int holds may come as a double or a text.
        Returns: The removed products: id, and name and key of who made it."""
        ...
    def publicCollections(self, offset: int, limit: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendPublicCollectionsResultItem]:
        r"""Lists the public collections of all merchants, in the order of their names.

        offset: How many to leave out at the beginning.
        limit: How many to list; at most 1000 come in one answer, and -1 asks for as many.
        Returns: Collections: merchant is the name of who sells what is in it; seller_commission the percentage of each sale that an affiliate gets; rating the mean of all votes from 1 to 5 on its products, 0 where there are none."""
        ...
    def pullDeliveries(self, merchant: str = ..., limit: int = ..., hold_secs: int = ..., collection_name: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendPullDeliveriesResultItem]:
        r"""Gives a merchant's scripts what they have to hand over, the longest waiting first.

        What one script got no other one gets for hold_secs; what is not acknowledged by then (vend.ackDelivery) is given out again, so that
        a script that dies loses nothing. A product may therefore be handed over twice where an acknowledgement was lost; attempts is 1 the
        first time. Over the relay the same request (nonce) gets the same ones.

        merchant: Key or name of the merchant; empty: the caller.
        limit: How many to take, at most 100.
        hold_secs: Seconds in which they have to be acknowledged, from 5 to 3600.
        collection_name: One collection of theirs; empty: all of them, which officers of a manager group may not.
        Returns: Deliveries; attempts is how often it was given out, this time included."""
        ...
    def quote(self, prod_id: int, vendor_id: str = ..., affiliate: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendQuoteResult:
        r"""Tells what a product costs the caller now, and those who sell it who gets how much of that.

        Those who sell the product (the merchant, a vend.manage grant, officers of the manager group) get the price without a discount and
        how it is shared; anybody else gets their own price and no shares. credit is the caller's store credit at the merchant, as far as it is
        in the currency of the price.

        prod_id: Id of the product.
        vendor_id: Key in-world of the vendor that sells it; empty: none.
        affiliate: Key or name of the member of the collection's affiliate group who sells it, where no vendor in-world does.
        Returns: discount is in percent of full_price. shares: key is that of an avatar or a group, role is affiliate, partner, creator or merchant; the amounts sum to the price, by largest remainder; a sale draws who gets the odd unit, and pays each at most one unit more or less than that."""
        ...
    def rating(self, prod_id: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendRatingResult:
        r"""Tells how a product is rated.

        prod_id: Id of the product.
        Returns: The mean of all votes from 1 to 5, how many there are, and what the caller has voted; 0 where there are none."""
        ...
    def redeemGiftCard(self, code: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendRedeemGiftCardResult:
        r"""Turns a gift card into store credit of the avatar who is logged in, at the merchant that it is for.

        It is credited once, to whoever is first. The same avatar may repeat the call and gets the same answer. A banned avatar can not
        redeem it, since their credit would buy nothing; the card stays good for somebody else.

        code: The code of the gift card, in either case, with or without dashes.
        Returns: The merchant, what was credited, and the credit there as it was with this card, in major units; what is held of it is still in it."""
        ...
    def redeliver(self, order_id: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendRedeliverResult:
        r"""Queues one more delivery of an order.

        As often as one likes, but one at a time: while a delivery waits, it is the one that is returned. A delivered order stays delivered.

        order_id: The order.
        Returns: The delivery that waits, and the state of the order: queued, or delivered where it was before."""
        ...
    def refundOrder(self, order_id: str, comment: str = ..., amount: Amount = ..., cover: Flag = ..., request_id: str = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendRefundOrderResult:
        r"""Takes an order back, whole or in parts: each who got something of the sale gives back their part of it.

        Merchant, affiliate, partners and creator give back in proportion to what is left of what each got, without being asked, from the
        account that it went to (another one in its currency, if that is closed). What stayed with the buyer as their own share is not given
        back. The money goes to the account that the buyer paid from (`working`, if that is closed); store credit becomes credit again. If anybody
        is short nothing moves, and bank.insufficient_funds names who and what is missing; vend.refundPreview tells it before. With cover the
        merchant pays what the others are short of, also what they were handed over in-world; that is for the merchant alone to choose. Once all
        is back the order is refunded: what of it waits to be delivered is not delivered any more, and the piece is for sale again. The buyer,
        and who gave something back, are notified (kind `refund`). Taking all of an order back that was refunded before changes nothing and gets the answer of its last refund,
        so that a retry is safe; of a part it is under a request_id.
        An officer or the holder of a grant does not refund what they have bought themselves, nor an officer what others than the merchant had
        a share in: auth.forbidden.

        order_id: The order.
        comment: For the buyer, and in the histories; there it is cut at 64 characters.
        amount: Major units, in the decimal places of the order's currency; 0: all that is left of the order.
        cover: 1: the merchant pays what the others are short of; takes the merchant's own login.
        request_id: Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
        Returns: What was paid back, and the transaction; its id is empty where the order had cost nothing."""
        ...
    def refundPreview(self, order_id: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendRefundPreviewResult:
        r"""Tells what each side would give back now if all that is left of an order were refunded, and what is missing of it.

        Those who sell see all sides, and who got a share of the sale their own one: what vend.giveBack could give. Nothing is moved, and nothing is
        set aside: it can be another amount by the time of the refund.

        order_id: The order.
        Returns: Major units of the currency: what is left to be given back, how much of that somebody does not have, and for each side what it would give and what is missing of that. The name is that of the avatar or group; on_its_way tells that it waits to be handed over in-world, so that it can not be covered either. No sides where nothing was paid or all is back."""
        ...
    def removeCollection(self, merchant: str, collection_name: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Removes an empty collection for good; its name is free again.

        What is in it is never removed along with it: take every product out first (vend.removeProduct).

        merchant: Key or name of the merchant, who created the collection; empty: the caller.
        collection_name: Name of one of the merchant's collections, in any case.
        Returns: 1."""
        ...
    def removeProduct(self, prod_id: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Removes a product for good: it is not sold any more.

        What was bought of it can still be delivered and refunded.

        prod_id: Id of the product.
        Returns: 1."""
        ...
    def removeVendor(self, object_key: str, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Takes an object out of the vendors that sell something in-world.

        An affiliate who is still in the group can announce it again.

        object_key: The object's key in-world.
        Returns: 1."""
        ...
    def sales(self, merchant: str = ..., collection_name: str = ..., after: str = ..., limit: int = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> List[VendSalesResultItem]:
        r"""Lists what a merchant has sold, newest first.

        merchant: Key or name of the merchant; empty: the caller.
        collection_name: One collection of theirs; empty: all of them, which officers of a manager group may not.
        after: The order_id of the last one of the page before; empty for the first page.
        limit: How many to list, at most 100.
        Returns: state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC."""
        ...
    def search(self, text: str = ..., merchant: str = ..., categories: Sequence[str] = ..., include_mature: Flag = ..., orderby: Literal["featured", "sales-asc", "sales-desc", "price-asc", "price-desc", "prims-asc", "prims-desc", "name-asc", "name-desc", "created-asc", "created-desc", "rating-asc", "rating-desc", "collection-asc", "collection-desc", "featured-asc", "featured-desc"] = ..., low_price: float = ..., high_price: float = ..., offset: int = ..., limit: int = ..., after: Union[int, str] = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendSearchResult:
        r"""Finds products, with all their details.

        A text matches where each of its words (the first 16 count) is in the name, the description or the tags: words of letters and digits in
        any case and order. The last one also finds longer words that begin with it, when it has three letters or more (fewer in scripts whose
        letters take several bytes). A text without any letter or digit matches nothing. Prices are compared as the numbers that callers see,
        in whatever currency. featured lists what is featured before the rest; where two products are alike in an order, -desc and featured
        list the newer one first. Without any capability the products of public collections are found. A bad capability is a fault, rather
        than an answer that lacks what it should have opened; empty texts are passed over. Changes count at once: what turns private or is
        removed is found no more. A page costs the more the greater its offset is.

        text: Words to search for, all of them; empty: any product.
        merchant: Key or name of the merchant whose products are wanted; empty: those of all.
        categories: Categories that the product must be in, all of them, in any case.
        include_mature: 1: all products; 0: only those for everybody, as for devices in regions for everybody.
        orderby: sales, price, prims, name, created, rating or collection with -asc or -desc, such as sales-desc; or featured.
        low_price: The lowest price that is wanted; -1, or any other number below 0: no bound.
        high_price: The highest price that is wanted; -1, or any other number below 0: no bound.
        offset: How many to leave out at the beginning, of those that match.
        limit: How many to list, at most 100.
        after: The prod_id of the last one of the page before; empty for the first page.
        Returns: total: how many match in all; products: those from the offset on, as vend.productDetails tells them."""
        ...
    def setAccess(self, merchant: str = ..., akey: str = ..., kind: Literal["ban", "vip", "none"] = ..., discount_percent: float = ..., *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Bans an avatar from what a merchant sells, or makes it a VIP who pays less.

        A banned avatar can neither buy from the merchant, nor be bought for, nor buy or redeem gift cards there; what was bought before
        is theirs and is delivered. A VIP gets the discount off every price of the merchant. An avatar is on one of the lists at most:
        the last call counts. A merchant can have 1000 avatars on both lists together.

        merchant: Key or name of the merchant; empty: the caller.
        akey: Key or name of the avatar.
        kind: `ban`, `vip`, or `none` for neither.
        discount_percent: What a VIP gets off every price: 0 to 100 with at most two decimals. 0 for the others.
        Returns: 1."""
        ...
    def updateCollection(self, merchant: str, collection_name: str, changes: VendUpdateCollectionChanges, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Changes the name or the settings of a collection.

        public: whether everybody sees it. seller_commission: the percentage of each sale that an affiliate gets who sold it, with at
        most two decimals. affiliate_group: members sell from the collection, and see it while it is private. manager_group: members
        see it, officers manage what is in it, but for who shares in sales. Groups are those that the merchant created, by key or name; empty is none.
        A commission is refused that would, with the shares of the creator and the partners of any product in it, be more than 100 %.

        merchant: Key or name of the merchant, who created the collection; empty: the caller.
        collection_name: Name of one of the merchant's collections, in any case.
        changes: What is to be different; every member may be left out.
        Returns: 1."""
        ...
    def updateProduct(self, prod_id: int, changes: VendUpdateProductChanges, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> int:
        r"""Changes a product.

        description and tags: texts of at most 4000 and 255 characters, in which searches look. prims: 0 to 100000. featured:
        comes first where a search is ordered so. image_url_part: a part of a URL without spaces, as the public lists give it.
        categories: at most 20; without any it is in `Other`. currency: empty for the usual one; whoever
        has a share needs an account in it, or the product can not be bought. quantity: how many are left, -1 for no end.
        copy, modify, transfer: what the next owner may do. texture_anim: parameters separated by `|`; empty where the texture is not animated.
        creator: key or name of who made it. creator_share and the percent of each partner: percentages of each sale with at
        most two decimals; with the commission of the collection they are 100 at most, and the merchant gets the rest. partners: at most 50,
        avatars by key or name, groups by key, which are paid by their percentages; those that are named take the place of all before.
        price: in major units of the currency that is named with it, or else of the one that it has; a currency can not come without a price.

        prod_id: Id of the product.
        changes: What is to be different; every member may be left out.
        Returns: 1."""
        ...
    def vote(self, prod_id: int, rating: int, *, capabilities: Sequence[str] = ..., timeout: float = ...) -> VendVoteResult:
        r"""Rates a product that the avatar who is logged in has bought, or was given.

        Each avatar has one vote on a product; voting again changes it, and it can not be taken back. What was refunded does not entitle to
        a vote, but a vote that was cast before stays. It counts for the rating of the collection too.

        prod_id: Id of the product.
        rating: 1 to 5, where 5 is best.
        Returns: The mean of all votes with this one, how many there are, and this one."""
        ...

class Groups:
    bank: BankGroup
    diagnostics: DiagnosticsGroup
    general: GeneralGroup
    gifts: GiftsGroup
    lease: LeaseGroup
    operator: OperatorGroup
    rooms: RoomsGroup
    studio: StudioGroup
    system: SystemGroup
    validator1: Validator1Group
    vend: VendGroup
